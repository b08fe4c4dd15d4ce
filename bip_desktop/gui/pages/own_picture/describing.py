# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Puts her own answers into words. It counts, and urges nothing."""

from fractions import Fraction

from PySide6.QtCore import QLocale

from bip_desktop.domain.questionnaire import Item, Missing
from bip_desktop.gui import wording
from bip_desktop.gui.formatting import isolated, number
from bip_desktop.gui.language import translate
from bip_desktop.gui.pages.own_picture.view import Band, Endings, Spread
from bip_desktop.services.reflecting import LEAST_CITIZENS, LEAST_COLLEAGUES, Ended, OwnPicture

SHOWN = 30
"""So many closed courses at most."""


def spread(picture: OwnPicture, item: Item, source: str, language: str) -> Spread | None:
    """Her answers beside BIP's; None before the first."""
    if not picture.answers or item.scale is None:
        return None
    words = {step: item.scale.word(step, language) for step in picture.counts}
    given = {step: (words[step], count) for step, count in picture.counts.items()}
    dont_know = (wording.value_words(item, Missing.DONT_KNOW, language), picture.dont_know)
    return Spread(
        headline=_headline(picture),
        bands=(
            _band(
                (given[1], given[2]),
                picture,
                translate("own_picture", "næsten halvdelen svarede »{0}« eller »{1}«").format(words[1], words[2]),
            ),
            _band((given[3],), picture, translate("own_picture", "omkring en fjerdedel")),
            _band(
                (given[4], given[5]),
                picture,
                translate("own_picture", "den sidste fjerdedel svarede »{0}« eller »{1}«, 6 % »{1}«").format(
                    words[4], words[5]
                ),
            ),
            _band((dont_know,), picture, translate("own_picture", "2 %")),
        ),
        source=source,
    )


def _band(answers: tuple[tuple[str, int], ...], picture: OwnPicture, in_bip: str) -> Band:
    count = sum(count for _, count in answers)
    said = translate("own_picture", "{0} af dine {1} svar. I BIP: {2}.").format(
        number(count), number(picture.answers), in_bip
    )
    return Band(answers, said, in_bip)


def _headline(picture: OwnPicture) -> str:
    if picture.answers == 1:
        return translate("own_picture", "Du har svaret 1 gang")
    if picture.citizens == 1:
        return translate("own_picture", "Du har svaret {0} gange om 1 borger").format(number(picture.answers))
    if not picture.citizens:
        return translate("own_picture", "Du har svaret {0} gange").format(number(picture.answers))
    return translate("own_picture", "Du har svaret {0} gange om {1} borgere").format(
        number(picture.answers), number(picture.citizens)
    )


def orientation(picture: OwnPicture, item: Item, language: str) -> tuple[str, ...]:
    """Her mean, and the colleagues' where there are enough; else what is needed."""
    if picture.mean is None:
        return (
            translate("own_picture", "Et gennemsnit siger først noget fra {0} borgere. Du har svaret om {1}.").format(
                LEAST_CITIZENS, picture.citizens
            ),
        )
    scale = item.scale
    low, high = (scale.word(1, language), scale.word(5, language)) if scale else ("1", "5")
    hers = translate("own_picture", "{0} i gennemsnit, fra 1 ({2}) til 5 ({3}), over det nyeste svar om {1} borgere.")
    said = [hers.format(_decimal(picture.mean), number(picture.citizens), low, high)]
    if picture.colleagues_mean is None:
        said.append(
            translate("own_picture", "Kolleger står her først, når mindst {0} har svaret om {1} borgere hver.").format(
                LEAST_COLLEAGUES, LEAST_CITIZENS
            )
        )
    else:
        said.append(
            translate("own_picture", "{0} kolleger tilsammen: {1} i gennemsnit.").format(
                picture.colleagues, _decimal(picture.colleagues_mean)
            )
        )
    said.append(translate("own_picture", "I har hver jeres borgere. Et andet tal er ikke et bedre tal."))
    return tuple(said)


def endings(ended: tuple[Ended, ...], item: Item, language: str) -> Endings | None:
    """The closed courses; None before the first."""
    if not ended:
        return None
    count = len(ended)
    headline = translate("own_picture", "1 afsluttet forløb")
    if count > 1:
        headline = translate("own_picture", "{0} afsluttede forløb").format(number(count))
    rest = translate("own_picture", "De {0} nyeste er vist.").format(SHOWN) if count > SHOWN else ""
    return Endings(headline, tuple(_ending(each, item, language) for each in ended[:SHOWN]), rest)


def _ending(each: Ended, item: Item, language: str) -> tuple[str, ...]:
    year, week = each.end.iso_week.split("-W")
    answered = translate("own_picture", "intet svar")
    if each.belief is not None:
        answered = wording.value_words(item, each.belief, language)
    return (
        isolated(each.name),
        answered,
        translate("own_picture", "{0}, uge {1} i {2}").format(wording.outcome(each.end.outcome), int(week), year),
    )


def _decimal(value: Fraction) -> str:
    return QLocale().toString(float(value), "f", 1)
