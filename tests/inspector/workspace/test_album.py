"""The album turns pages over all evidence, none twice and none left out."""

from inspector.evidence.intake import Arrival, Source
from inspector.evidence.originality import Doubt
from tests.desk import a_laptop, a_locked_visit, a_visit, lines
from tests.inspector.sync.circle import a_photo


def test_pages_bring_every_photo_once(tmp_path) -> None:
    with a_laptop(tmp_path / "w") as laptop:
        visits = [a_visit(laptop) for _ in range(3)]
        added = [
            laptop.photos.add(visit, Arrival(a_photo(n), f"IMG_{n}.jpg", Source.CLI))[0]
            for n, visit in enumerate(visits * 3)
        ]
        seen, before = [], ""
        while page := laptop.album.page(before, 2):
            seen += [leaf.entity for leaf in page]
            before = page[-1].entity
        assert sorted(seen) == sorted(added)
        assert seen == sorted(seen, reverse=True)
        assert [leaf.entity for leaf in laptop.album.of(visits[1])] == sorted(
            entity for entity in added if entity.startswith(visits[1])
        )


def test_a_leaf_tells_what_is_on_record(tmp_path) -> None:
    with a_laptop(tmp_path / "w") as laptop:
        visit = a_visit(laptop)
        line = next(line for line in lines(laptop, visit) if line.item.marked)
        arrival = Arrival(a_photo(1), "mmexport1584236789.jpg", Source.DROP)
        laptop.photos.add(visit, arrival, item=line.address, caption="门头")
        (leaf,) = laptop.album.page()
        assert (leaf.visit.id, leaf.caption, leaf.item) == (visit, "门头", line.item.label)
        assert leaf.facts is not None
        assert leaf.facts.original_name == "mmexport1584236789.jpg"
        assert Doubt.CHAT_NAME in leaf.facts.originality
        assert (leaf.size_bytes, leaf.is_here, leaf.is_scan) == (len(a_photo(1)), True, False)


def test_scans_stand_beside_the_photos_of_their_visit(tmp_path) -> None:
    with a_laptop(tmp_path / "w") as laptop:
        visit = a_locked_visit(laptop, photos=[a_photo(1)])
        laptop.photos.add_scan(visit, Arrival(a_photo(2), "scan.jpg", Source.SCAN))
        assert sorted(leaf.is_scan for leaf in laptop.album.of(visit)) == [False, True]
        assert len(laptop.album.page()) == 2


def test_a_photo_taken_off_a_visit_is_in_no_page(tmp_path) -> None:
    with a_laptop(tmp_path / "w") as laptop:
        photo, _ = laptop.photos.add(a_visit(laptop), Arrival(a_photo(1), "x.jpg", Source.CLI))
        laptop.photos.remove(photo)
        assert laptop.album.page() == ()
