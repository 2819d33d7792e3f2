"""The workspace (工作区): the façade over everything below, for the window and for the command line.

Vocabulary: a *desk* is one installation, a laptop (执法终端) or an office (内勤). Its nouns stand side by side:
`registry` 监管对象, `officers` 执法人员, `inspections` 检查记录, `photos` 证据, `documents` 文书, `exchange` 数据交换.
Promise: every write says what it touched (`Changes`), is on disk when it returns, and goes through the journal.
"""

from inspector.workspace.setup import Role, Setup
from inspector.workspace.workspace import Workspace

__all__ = ["Role", "Setup", "Workspace"]
