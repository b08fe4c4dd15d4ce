# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What can happen to the program, tried over and over: small in every test run, at full size in `dev.py soak`.

    @pytest.mark.soak("wrong passphrases: both files as they were", small=2, full=1_000)
    def test_a_wrong_passphrase_writes_nothing(rounds: Rounds) -> None:
        \"\"\"Broken once by … (the change to the program that made it fail).\"\"\"
        for number in rounds:
            …
        rounds.found(refused=len(rounds))

Any test below `tests/` may carry the marker, not only those here. Its text is the row in the table, `small` and `full`
are the sizes, `minutes` (1 where it is left out) says about how long the full size takes: the longest begin first.
`Rounds` is in `tests/faults/sizes.py`; the fixture is at hand everywhere. What `found` is told stands in the table.

The size comes from one environment variable, BIP_FAULTS: `small` (or nothing), `full`, or a number of rounds to try
something out with. All faults together take less than two minutes when small, and less than sixty when full, on two
cores with nothing else to do. `python3 dev.py soak` runs each marked test in a process of its own, two at a time, shows
how far they are, stops at the hour, and writes `reports/soak.json` and `reports/soak.md`; what failed leaves its output
beside them. `dev.py soak WORD …` runs those whose name holds one of the words, and keeps the newest result of the
others. When there is one of each, the table is written to `benchmarks/soak.md` too. What a machine cannot try (no
strace and no gcc, say) is skipped with its reason, and stands in the table as not tried.

A test here that cannot fail is a defect: each docstring names what the program was broken by, once, to see it fail.
"""
