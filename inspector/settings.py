"""What a person chose on this machine: language, look, and the workspace opened last."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from inspector import paths


@dataclass(frozen=True)
class Settings:
    """Typed settings; unknown entries of a newer version are ignored, wrong types fall back to the default."""

    language: str = ""  # zh_CN, en, or empty: follow the system
    workspace: str = ""
    bright: bool = False  # 强光模式
    lock_after_minutes: int = 5
    watched_folder: str = ""
    folders: dict[str, str] = field(default_factory=dict)  # where files were chosen last, by purpose
    exchange_folder: str = ""  # the stick or shared folder that was used last

    @classmethod
    def load(cls, file: Path | None = None) -> Self:
        """Reads the settings; a missing or damaged file gives the defaults, since nothing in it is a fact."""
        file = file or paths.settings_file()
        try:
            stored: Any = json.loads(file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        defaults = asdict(cls())
        known = {k: v for k, v in stored.items() if k in defaults and type(v) is type(defaults[k])}
        if not all(isinstance(folder, str) for folder in known.get("folders", {}).values()):
            del known["folders"]
        return cls(**known)

    def save(self, file: Path | None = None) -> None:
        file = file or paths.settings_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(file)

    def with_(self, **changed: object) -> Self:
        """The same settings with some of them changed."""
        return replace(self, **changed)  # type: ignore[arg-type]
