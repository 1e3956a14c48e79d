"""What every exchanged type is made from."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Base of every exchanged type: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
