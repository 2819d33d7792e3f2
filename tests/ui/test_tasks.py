"""Work beside the window."""

import threading
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from inspector.errors import Code, Trouble
from ui.tasks import Tasks


def _troubled():
    raise Trouble(Code.DISK_FULL)


def test_the_result_arrives_on_the_windows_thread_when_the_work_ran_on_another(tasks, qtbot):
    threads = []
    tasks.run(threading.get_ident, lambda ran: threads.append((ran, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(threads))
    ran, arrived = threads[0]
    assert ran != arrived
    assert arrived == threading.get_ident()


def test_writes_keep_their_order_when_many_are_asked_for(tasks, qtbot):
    done = []
    for number in range(50):
        tasks.write(partial(int, number), done.append)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert done == list(range(50))


def test_trouble_goes_to_whoever_takes_it(tasks, qtbot):
    taken = []
    tasks.run(_troubled, failed=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert taken[0].code is Code.DISK_FULL


@pytest.mark.parametrize("way", ["run", "write"])
def test_trouble_goes_to_the_signal_when_nobody_takes_it(tasks, qtbot, way):
    with qtbot.waitSignal(tasks.troubled) as signal:
        getattr(tasks, way)(_troubled)
    assert signal.args[0].code is Code.DISK_FULL


def test_a_defect_is_raised_on_the_windows_thread_when_work_has_one(tasks, qtbot):
    with qtbot.captureExceptions() as raised:
        tasks.run(lambda: 1 // 0)
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_a_write_is_done_when_long_work_is_not(tasks, qtbot):
    may_end = threading.Event()
    order = []
    for _ in range(2):  # as many as there is room for
        tasks.follow(lambda report: may_end.wait(5), lambda _: order.append("long"))
    tasks.write(lambda: None, lambda _: order.append("answer"))
    tasks.run(lambda: None, lambda _: order.append("search"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert sorted(order) == ["answer", "search"]
    may_end.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert order[2:] == ["long", "long"]


def test_long_work_stops_where_it_reports_when_it_is_cancelled(tasks, qtbot):
    began, reached = threading.Event(), []
    ended = []

    def work(report):
        for step in range(1000):
            report(step, 1000, "page")
            reached.append(step)
            began.set()
            cancelled.wait(5)

    cancelled = threading.Event()
    job = tasks.follow(work, lambda _: ended.append("done"), cancelled=lambda: ended.append("cancelled"))
    began.wait(5)
    job.cancel()
    cancelled.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["cancelled"]
    assert reached == [0]


def test_progress_comes_before_the_result(tasks, qtbot):
    heard = []

    def work(report):
        report(1, 2, "first")
        report(2, 2, "second")
        return "result"

    job = tasks.follow(work, heard.append)
    job.progressed.connect(lambda *said: heard.append(said))
    job.ended.connect(lambda: heard.append("ended"))
    qtbot.waitUntil(lambda: "result" in heard)
    assert heard == [(1, 2, "first"), (2, 2, "second"), "ended", "result"]


def test_a_callback_is_left_out_when_its_widget_is_gone(tasks, qtbot):
    label = QLabel()
    may_end = threading.Event()
    tasks.run(lambda: may_end.wait(5) and "late", label.setText)
    tasks.run(lambda: may_end.wait(5) and "late", partial(QLabel.setText, label))
    label.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(label))
    may_end.set()
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [kind for kind, *_ in raised] == [RuntimeError]  # of the partial, whose widget nobody can see


def test_every_write_is_done_and_home_when_the_tasks_are_closed(qtbot):
    tasks, written, home = Tasks(), [], []
    for number in range(20):
        tasks.write(partial(written.append, number), lambda _: home.append(1))
    tasks.close()
    assert written == list(range(20))
    assert len(home) == 20
    assert not tasks.is_busy


def test_a_write_that_a_callback_asks_for_is_done_too_when_the_tasks_are_closed(qtbot):
    tasks, written = Tasks(), []

    def then(number):
        tasks.run(lambda: written.append("read"))
        tasks.follow(lambda report: written.append("long"))
        if number < 3:
            tasks.write(lambda: written.append(number) or number + 1, then)

    tasks.write(lambda: 0, then)
    tasks.close()
    assert written == [0, 1, 2]
    assert not tasks.is_busy


def test_no_thread_is_left_when_the_tasks_are_closed(qtbot):
    before = threading.active_count()
    tasks = Tasks()
    tasks.write(lambda: None)
    tasks.run(lambda: None)
    tasks.follow(lambda report: None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert threading.active_count() > before
    tasks.close()
    assert threading.active_count() == before


def test_long_work_is_cancelled_and_waiting_work_never_begins_when_the_tasks_rest(tasks, qtbot):
    began, heard = threading.Event(), []

    def endless(report):
        while True:
            began.set()
            report(0, 0, "")

    for number in range(4):
        job = tasks.follow(endless, cancelled=lambda: heard.append("cancelled"))
        job.ended.connect(partial(heard.append, number))
    began.wait(5)
    tasks.rest()
    assert sorted(h for h in heard if h != "cancelled") == [0, 1, 2, 3]
    assert not tasks.is_busy
    tasks.write(lambda: "again", heard.append)  # it goes on afterwards
    qtbot.waitUntil(lambda: "again" in heard)


def test_the_tick_hears_of_writes_only_when_they_are_on_disk(tasks, qtbot):
    heard = []
    tasks.writing.connect(heard.append)
    tasks.written.connect(lambda: heard.append("written"))
    tasks.unwritten.connect(lambda: heard.append("unwritten"))
    tasks.write(lambda: None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    tasks.write(_troubled, failed=lambda _: None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == [1, 0, "written", 1, 0, "unwritten"]


def test_what_was_refused_is_no_text_that_was_not_saved(tasks, qtbot):
    heard = []
    tasks.unwritten.connect(lambda: heard.append("unwritten"))
    tasks.writing.connect(heard.append)
    tasks.attempt(_troubled, heard.append, lambda trouble: heard.append(trouble.code))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == [Code.DISK_FULL]


def _is_alive(widget):
    import shiboken6

    return shiboken6.isValid(widget)
