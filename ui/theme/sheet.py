"""The one style sheet, made from tokens."""

from collections.abc import Callable
from string import Template

from inspector import paths
from ui.theme.tokens import Colours, Look

_SHEET = Template("""
* { outline: 0; }
QToolTip { background: $nav; color: $nav_ink; border: 0; padding: ${s2}px ${s3}px; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 700; }
QLabel[kind="lead"] { font-size: ${lead}px; color: $muted; }
QLabel[kind="label"] { font-weight: 700; }
QLabel[kind="small"] { font-size: ${small}px; color: $muted; }
QLabel[kind="fingerprint"] { font-family: $digits; font-size: ${title}px; font-weight: 700; letter-spacing: ${half}px; }
QLabel[kind="code"] { font-family: $digits; font-size: ${small}px; }
QLabel[kind="quote"] { background: $sunken; border-left: ${thick}px solid $edge; padding: ${s2}px ${s3}px; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[kind="chip"] {
  border-radius: ${chip}px; padding: ${half}px ${s2}px; font-size: ${small}px; background: $hover;
}
QLabel[kind="chip"][tone="accent"] { background: $accent_soft; }
QLabel[kind="chip"][tone="good"] { background: $good_soft; }
QLabel[kind="chip"][tone="warn"] { background: $warn_soft; }
QLabel[kind="chip"][tone="bad"] { background: $bad_soft; }

QFrame[kind="card"], QFrame[kind="tile"] {
  background: $surface; border: ${thin}px solid $line; border-radius: ${round}px;
}
QFrame[kind="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="bar"] { background: $surface; border: 0; border-top: ${thin}px solid $line; }
QFrame[kind="message"] { border: ${thin}px solid $edge; border-radius: ${round}px; background: $accent_soft; }
QFrame[kind="message"][tone="good"] { background: $good_soft; }
QFrame[kind="message"][tone="warn"] { background: $warn_soft; }
QFrame[kind="message"][tone="bad"] { background: $bad_soft; }

QPushButton, QToolButton {
  background: $surface; color: $ink; border: ${thin}px solid $edge; border-radius: ${small_round}px;
  padding: ${s1h}px ${s4}px;
}
QToolButton { padding: ${s1h}px; }
/* In the place of the least height that a button has by itself: not for those that hold a layout or give way. */
QToolButton, QPushButton[kind="plain"], QPushButton[kind="primary"], QPushButton[kind="danger"],
QPushButton[kind="quiet"], QPushButton[kind="choice"], QPushButton[kind="segment"] {
  min-height: ${line_height}px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: ${thick}px solid $accent; padding: ${s1h_f}px ${s4_f}px; }
QToolButton:focus { padding: ${s1h_f}px; }
QPushButton:disabled, QToolButton:disabled { color: $off; border-color: $off_line; background: $sunken; }
QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 700;
  padding-left: ${s6}px; padding-right: ${s6}px;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: ${thick}px solid $focus_primary; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {
  background: $sunken; border-color: $off_line; color: $off;
}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
  background: transparent; border-color: transparent; color: $ink;
}
QPushButton[kind="quiet"] { padding-left: ${s2}px; padding-right: ${s2}px; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled {
  background: transparent; border-color: transparent;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="link"] {
  background: transparent; border: ${thin}px solid transparent; color: $accent; text-align: left;
  padding: ${half}px ${s1}px ${half}px 0;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: ${thin}px solid $accent; }
QPushButton[kind="link"]:disabled { background: transparent; color: $muted; }
QPushButton[kind="choice"] { text-align: left; padding: ${s2}px ${s3}px; }
QPushButton[kind="choice"]:checked {
  border: ${thick}px solid $accent; background: $accent_soft; padding: ${s2_f}px ${s3_f}px;
}
QPushButton[kind="entry"] {
  background: transparent; border: ${thin}px solid transparent; border-radius: ${small_round}px; padding: 0;
}
QPushButton[kind="entry"]:hover { background: $hover; }
QPushButton[kind="entry"]:pressed { background: $accent_soft; }
QPushButton[kind="entry"]:focus { border: ${thick}px solid $accent; }
QPushButton[kind="segment"] {
  background: transparent; border-color: transparent; color: $muted; padding: ${s1h}px ${s3}px;
}
QPushButton[kind="segment"]:hover { background: $hover; }
QPushButton[kind="segment"]:checked { background: $accent_soft; color: $accent; font-weight: 700; }
QPushButton[kind="segment"]:focus { border: ${thick}px solid $accent; padding: ${s1h_f}px ${s3_f}px; }
QPushButton[kind="tile"] {
  background: $surface; border: ${thin}px solid $line; border-radius: ${round}px; padding: ${s6}px;
}
QPushButton[kind="tile"]:hover { border: ${thin}px solid $accent; background: $surface; }
QPushButton[kind="tile"]:pressed { background: $accent_soft; }
QPushButton[kind="tile"]:focus { border: ${thick}px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QDateTimeEdit {
  background: $surface; color: $ink; border: ${thin}px solid $edge; border-radius: ${small_round}px;
  padding: ${s1h}px ${s2}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox, QDateEdit, QDateTimeEdit { min-height: ${line_height}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus,
QDateTimeEdit:focus { border: ${thick}px solid $accent; padding: ${s1h_f}px ${s2_f}px; }
QLineEdit[tone="bad"], QPlainTextEdit[tone="bad"], QComboBox[tone="bad"] { border-color: $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $sunken; color: $muted; border-color: $off_line;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QComboBox::drop-down { border: 0; width: ${s6}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${s4}px; height: ${s4}px; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0 ${s2}px; min-height: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button, QDateTimeEdit::up-button, QDateTimeEdit::down-button {
  border: 0; width: ${s6}px; background: transparent;
}
QSpinBox::up-arrow, QDateTimeEdit::up-arrow { image: url("$arrow_up"); width: ${s3}px; height: ${s3}px; }
QSpinBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$arrow"); width: ${s3}px; height: ${s3}px; }
QComboBox QAbstractItemView { padding: ${s1}px; }

QCheckBox, QRadioButton {
  spacing: ${s2}px; padding: ${s1}px; border: ${thin}px solid transparent;
  border-radius: ${small_round}px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${box}px; height: ${box}px; border: ${thin}px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: ${s1}px; }
QRadioButton::indicator { border-radius: ${box_round}px; }
QRadioButton::indicator:checked { width: ${dot}px; height: ${dot}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { border: ${ring}px solid $accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $off; background: $sunken; }
QCheckBox::indicator:checked:disabled { background: $off; }

QAbstractItemView { background: $surface; border: ${thin}px solid $line; border-radius: ${small_round}px; outline: 0;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: $sunken; }
QAbstractItemView:focus { border-color: $accent; }
QListView::item, QTreeView::item { padding: ${s1h}px ${s2}px; border-radius: ${s1}px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $ink; }
QTableView[kind="flat"] { border: 0; }
QTableView { gridline-color: $line; }
QTableView::item { padding: ${s1}px ${s2}px; }
QHeaderView { background: $surface; border: 0; border-radius: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: ${thin}px solid $line;
  padding: ${s2}px; font-size: ${small}px; font-weight: 700; }
QTableCornerButton::section { background: $surface; border: 0; }

QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: ${s3}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${s3}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${s1}px; margin: ${half}px; }
QScrollBar::handle:vertical { min-height: ${s8}px; }
QScrollBar::handle:horizontal { min-width: ${s8}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
  background: $line; border: 0; border-radius: ${half}px; min-height: ${s1h}px;
  max-height: ${s1h}px; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: ${half}px; }
QSplitter::handle { background: $line; }
QMenu { background: $surface; border: ${thin}px solid $edge; padding: ${s1}px; }
QMenu::item { padding: ${s1h}px ${s5}px ${s1h}px ${s3}px; border-radius: ${s1}px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::separator { height: 1px; background: $line; margin: ${s1}px; }
QTabBar::tab {
  background: transparent; color: $muted; padding: ${s2}px ${s3}px; border: 0;
  border-bottom: ${thick}px solid transparent;
}
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 700; }
QTabBar::tab:focus { background: $hover; }
QTabWidget::pane { border: 0; border-top: ${thin}px solid $line; }
QGroupBox { border: 0; }

QFrame[kind="at-hand"] { background: $surface; border: ${thick}px solid $accent; border-radius: ${small_round}px; }
QFrame[kind="suspicion"] { background: $bad_soft; border: 0; border-left: ${thick}px solid $bad; }
QPushButton[kind="mark"] { padding: ${half}px ${s2}px; border-color: $line; min-height: ${line_height}px; }
QPushButton[kind="mark"]:disabled { border-color: $off_line; }
QPushButton[kind="mark"]:checked { font-weight: 700; border: ${thick}px solid $muted; background: $hover; }
QPushButton[kind="mark"][mark="clear"]:checked { border-color: $good; background: $good_soft; color: $good; }
QPushButton[kind="mark"][mark="suspect"]:checked { border-color: $bad; background: $bad_soft; color: $bad; }
QListView[kind="column"] { background: transparent; border: 0; }
QListView[kind="column"]::item { padding: 0; }
QListView[kind="strip"] { background: transparent; border: ${thin}px solid transparent; }
QListView[kind="strip"]:focus { border-color: $accent; }
QListView[kind="strip"]::item { padding: ${half}px; }

QFrame[kind="nav"] { background: $nav; border: 0; }
QFrame[kind="nav"] QLabel { color: $nav_ink; }
QFrame[kind="nav"] QLabel[kind="small"] { color: $nav_muted; }
QFrame[kind="nav"] QLabel[kind="chip"] { color: $warn; background: $warn_soft; }
QFrame[kind="nav"] QPushButton { background: transparent; color: $nav_ink; border: ${thin}px solid transparent; text-align: left;
  padding: 0 ${s3}px; border-radius: ${small_round}px; }
QFrame[kind="nav"] QPushButton:hover { background: $nav_hover; }
QFrame[kind="nav"] QPushButton:checked {
  background: $nav_selected; color: $nav_selected_ink; font-weight: 700;
}
QFrame[kind="nav"] QPushButton:focus { border: ${thin}px solid $nav_muted; padding: 0 ${s3}px; }
QFrame[kind="nav"] QFrame[kind="rule"] { background: $nav_selected; }
QFrame[kind="status"] { background: $surface; border: 0; border-top: ${thin}px solid $line; }
QFrame[kind="status"] QLabel { font-size: ${small}px; }
QFrame[kind="drop"] {
  border: ${thick}px dashed $accent; border-radius: ${small_round}px; background: $accent_soft;
}
""")


def sheet(colours: Colours, look: Look, space: Callable[[float], int], text: Callable[[float], int]) -> str:
    """The style sheet; *space* gives distances for steps, *text* heights for ratios of body text."""
    thin, thick = (2, 3) if look is Look.BRIGHT else (1, 2)
    steps = {
        "half": 0.5, "s1": 1, "s1h": 1.5, "s2": 2, "s3": 3, "s4": 4, "s5": 5, "s6": 6, "s8": 8, "round": 2.5,
        "small_round": 1.5,
    }  # fmt: skip
    sizes = {name: space(step) for name, step in steps.items()}
    line_height = text(1.45)
    grown = thick - thin  # a focused outline is thicker: the padding gives way, so that nothing moves
    box = text(1.15)
    return _SHEET.substitute(
        vars(colours),
        **sizes,
        **{f"{name}_f": sizes[name] - grown for name in ("s1h", "s2", "s3", "s4")},
        thin=thin,
        thick=thick,
        line_height=line_height,
        box=box,
        box_round=box // 2 + thin,
        chip=(text(0.88) + space(1) * 2) // 2,
        small=text(0.88),
        lead=text(1.1),
        heading=text(1.2),
        title=text(1.65),
        digits='"Consolas", "Menlo", "DejaVu Sans Mono", "monospace"',
        focus_primary=colours.ink,
        arrow=_picture("arrow", look),
        arrow_up=_picture("arrow-up", look),
        tick=_picture("tick", look),
        ring=round(box * 0.3),
        dot=box + 2 * thin - 2 * round(box * 0.3),
    )


def _picture(name: str, look: Look) -> str:
    """A picture for the style sheet, which cannot colour one: drawn once for dark lines and once for light ones."""
    shade = "dark" if look is Look.DARK else "light"
    return paths.resource("icons", "sheet", f"{name}-{shade}.svg").as_posix()
