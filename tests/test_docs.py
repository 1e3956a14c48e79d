"""What the documentation says is so."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer
import typer.main
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic_core import PydanticUndefined

from assistant.cli import app
from assistant.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)
COMMANDS = typer.main.get_command(app)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def typed_commands() -> list[str]:
    """Each line of a code block that runs interpilote, from the command's name on, without variables or comments."""
    blocks = [block for page in PAGES for block in re.findall(r"```\n(.*?)```", text(page), re.DOTALL)]
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    found = (re.match(r"(?:\w+=\S+ )*(?:\S*/)?interpilote (.+)", line) for line in lines)
    return sorted({match[1] for match in found if match})


@pytest.mark.parametrize("line", typed_commands())
def test_a_documented_command_exists_and_takes_what_it_is_given(line: str) -> None:
    group, arguments = COMMANDS, shlex.split(line)
    context = typer.Context(group, info_name="interpilote")
    while hasattr(group, "resolve_command") and not arguments[0].startswith("-"):
        name, group, arguments = group.resolve_command(context, arguments)
        context = typer.Context(group, info_name=name, parent=context)
    if hasattr(group, "resolve_command"):
        assert arguments[0] in {option for parameter in group.params for option in parameter.opts}
    else:
        # Read, never run: options such as --install-completion act as soon as their callback sees them.
        group.make_parser(context).parse_args(arguments)


def test_the_readme_shows_the_commands_people_need() -> None:
    shown = {line.split()[0] for line in typed_commands()}
    assert shown >= {"ask", "search", "referents", "partners", "compare", "ingest", "documents", "doctor", "serve"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", text(page))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_file_that_is_named_exists(page: Path) -> None:
    named = re.findall(r"`((?:assistant|tests|docs|eval|corpus|prompts|\.ci)/[\w./-]*)`", text(page))
    named += [f"assistant/{name}" for name in re.findall(r"`(\w+/(?:\w+\.py)?)`", text(page))]
    missing = [n for n in named if not (ROOT / n).exists() and not (ROOT / n.removeprefix("assistant/")).exists()]
    assert missing == []


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "settings.md"], ids=lambda page: page.name)
def test_a_documented_default_is_the_default(page: Path) -> None:
    rows = [
        [cell.strip() for cell in line.split("|")[1:3]] for line in text(page).splitlines() if line.startswith("| `")
    ]
    assert rows
    for names, default in rows:
        for name in re.findall(r"`(\w+)`", names):
            field = Settings.model_fields[name]
            if field.default is not PydanticUndefined:
                assert default.strip("`") == ("none" if field.default is None else str(field.default)), name


def test_documented_variables_are_settings() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    named = {name for page in PAGES for name in re.findall(rf"\b{PREFIX}[A-Z_]+\b", text(page))}
    assert named <= known


def test_the_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^(\w+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"(?:^|`)make ([a-z]+)", text(page), re.MULTILINE)}
    assert named
    assert named <= targets


def test_each_declared_dependency_was_tested_in_a_version_it_allows() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    lines = [line for line in text(ROOT / "constraints.txt").splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    tested = {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}
    declared = project["project"]["dependencies"] + project["build-system"]["requires"]
    declared += [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    for requirement in map(Requirement, declared):
        assert tested[canonicalize_name(requirement.name)] in requirement.specifier, requirement
