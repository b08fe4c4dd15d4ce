# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Sums of a site in a sealed file, and the regression of several such files.

The file is sealed to the centre's keys and never published: cross-products of few people can say what one of them is
like. Only caseworkers with at least ten citizens behind the sums are in it, and none by name or number.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyrage

from bip_desktop.centre.analysis.effects import Contrast, Effect, EffectTable, Estimator, Sample, SeKind, Uncertainty
from bip_desktop.centre.analysis.panel import make_panel
from bip_desktop.centre.analysis.quantities import POINTS_IN_ONE, Points, Share
from bip_desktop.centre.analysis.reading import Progress, read_tables
from bip_desktop.centre.analysis.sampling import flow
from bip_desktop.centre.analysis.settings import Settings
from bip_desktop.centre.faults import CentreError, Problem
from bip_desktop.centre.statistics.federated import Sums, combine, summarise
from bip_desktop.centre.statistics.means import t_quantile
from bip_desktop.exchange.envelope import Recipients
from bip_desktop.whole_files import write_private

LEAST_CITIZENS = 10
_FORMAT = 1
_MOST_BYTES = 1 << 30
_ARRAYS = ("sizes", "units", "sums", "products")


@dataclass(frozen=True)
class SiteSums:
    """A site's sums with what they are sums of."""

    names: tuple[str, ...]
    outcome: str
    sums: Sums


@dataclass(frozen=True)
class Summarised:
    """What was written, and what was left out."""

    caseworkers: int
    left_out: int
    """Caseworkers with fewer than ten citizens."""
    answers: int


def summarise_tables(folder: Path, settings: Settings, progress: Progress) -> tuple[SiteSums, Summarised]:
    """The sums of the tables in `folder`. Raises `CentreError` as `read_tables` does, and ANALYSE_CONFIG."""
    if settings.covariates.missing != "complete":
        raise CentreError(Problem.ANALYSE_CONFIG, what="covariates.missing")
    read = read_tables(folder, settings, progress)
    found = flow(make_panel(read, settings), read, settings)
    rows = found.sample.rows
    panel = found.paired.where(rows)
    x, y = found.sample.design.values.where(rows), panel.outcomes[settings.outcomes.caseworker_effects]
    group = np.unique(panel.caseworker, return_inverse=True)[1].reshape(-1).astype(np.int64)
    progress("lægger sammen pr. sagsbehandler")
    sums = summarise(x, y, group, panel.citizen, max(LEAST_CITIZENS, settings.thresholds.citizens))
    caseworkers = int(group.max()) + 1 if len(group) else 0
    made = SiteSums(found.sample.design.names, settings.outcomes.caseworker_effects, sums)
    return made, Summarised(len(sums.sizes), caseworkers - len(sums.sizes), int(sums.sizes.sum()))


def seal(site: SiteSums, recipients: Recipients, path: Path) -> None:
    """Writes the sealed file, whole or not at all."""
    head = {"format": _FORMAT, "names": list(site.names), "outcome": site.outcome}
    buffer = io.BytesIO()
    arrays = {name: getattr(site.sums, name) for name in _ARRAYS}
    np.savez(buffer, head=np.frombuffer(json.dumps(head).encode(), dtype=np.uint8), **arrays)
    keys = [pyrage.x25519.Recipient.from_str(key) for key in (recipients.operating, recipients.recovery)]
    write_private(path, pyrage.encrypt(buffer.getvalue(), keys))


def unseal(path: Path, identity: pyrage.x25519.Identity) -> SiteSums:
    """Reads a sealed file. Raises `CentreError` PATH_MISSING, SUMMARY_FILE."""
    if not path.is_file():
        raise CentreError(Problem.PATH_MISSING, path=str(path))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError
        opened = pyrage.decrypt(path.read_bytes(), [identity])
        with np.load(io.BytesIO(opened), allow_pickle=False) as read:
            head = json.loads(read["head"].tobytes())
            arrays = {name: read[name] for name in _ARRAYS}
        return _checked(head, arrays)
    except (pyrage.DecryptError, OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, MemoryError):
        raise CentreError(Problem.SUMMARY_FILE, file=path.name) from None


def _checked(
    head: dict[str, object], arrays: "dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]"
) -> SiteSums:
    names = head["names"]
    if head["format"] != _FORMAT or not isinstance(names, list):
        raise ValueError
    g, k = len(arrays["sizes"]), len(names) + 1
    shapes = {"sizes": (g,), "units": (g,), "sums": (g, k), "products": (g, k, k)}
    for name, shape in shapes.items():
        if arrays[name].shape != shape or not np.isfinite(arrays[name]).all():
            raise ValueError
    sizes, units = arrays["sizes"].astype(np.int64), arrays["units"].astype(np.int64)
    if g and (units.min() < LEAST_CITIZENS or (sizes < units).any()):
        raise ValueError
    sums = Sums(sizes, units, arrays["sums"].astype(float), arrays["products"].astype(float))
    return SiteSums(tuple(str(name) for name in names), str(head["outcome"]), sums)


def combined_table(sites: Sequence[SiteSums]) -> EffectTable:
    """The coefficients of all sites' rows together. Raises `CentreError` SUMMARY_DIFFERS, SUMMARY_NOTHING."""
    first = sites[0]
    if any((each.names, each.outcome) != (first.names, first.outcome) for each in sites):
        raise CentreError(Problem.SUMMARY_DIFFERS)
    try:
        found = combine([each.sums for each in sites])
    except (ValueError, np.linalg.LinAlgError):
        raise CentreError(Problem.SUMMARY_NOTHING) from None
    sample = Sample(found.rows, found.units, found.groups)
    reach = t_quantile(found.groups - 1)
    made = []
    for place, j in enumerate(found.solved.kept):
        value = float(found.solved.coefficients[place]) * POINTS_IN_ONE
        se = float(np.sqrt(found.covariance[place, place])) * POINTS_IN_ONE
        band = Uncertainty(se, SeKind.CASEWORKER, value - reach * se, value + reach * se)
        name = first.names[j]
        made.append(
            Effect(first.outcome, name, "", Points(value), sample, Estimator.FIXED_EFFECTS, band, Contrast.UNIT)
        )
    share = Share(found.solved.r_squared)
    made.append(Effect(first.outcome, "r_squared_with", "", share, sample, Estimator.FIXED_EFFECTS))
    return EffectTable("caseworker_effects", tuple(made))
