"""YAML as every part reads it: plain values only, by the fastest loader there is."""


def parsed(text: str) -> object:
    """The values of a YAML text. Raises yaml.YAMLError, or ValueError for a date or a number that is none."""
    import yaml

    # The C loader is ten times faster; PyYAML built without libyaml still works.
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
