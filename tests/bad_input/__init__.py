# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Bad input, with the real window and real files; each case and where it is tested.

| case | where |
|---|---|
| a newer database | migrations/test_migrations.py |
| a full disk; one that cannot be written | here/test_full_disk.py; here/test_places.py; gui/test_citizen_mode.py |
| a database another program holds | here/test_places.py; storage/test_engine.py |
| a key file damaged, missing, unreadable | gui/test_unlock.py; storage/test_vault.py; here/test_places.py |
| a read-only folder | here/test_places.py |
| a birth date in the future, a date there is none | gui/test_new_citizen.py |
| amounts: letters, too large, negative, decimals | here/test_people.py; gui/test_citizen_mode.py |
| names: emoji, invisible, right to left, 200 characters, like a program | here/test_people.py |
| a clock that jumps | here/test_clock.py |
| an instrument file changed or gone under an open meeting | here/test_instrument_under_a_meeting.py |
| an instrument file with faults, or gone at the start | exchange/test_instrument_file.py; gui/test_shell.py |
| a rules file damaged in a meeting | gui/test_meeting_pages.py; exchange/test_rules_file.py |
| a PDF that cannot be written | gui/test_printing.py; gui/test_meeting_pages.py |
| a submission that cannot be written | gui/test_export.py; services/test_submitting.py |
| a list of citizens that is none, breaks off, is held | gui/test_importing.py; exchange/test_caseload_file.py |
| every known error: a sentence that names nobody and says what is safe | here/test_sentences.py |
| double clicks, closing and locking at every page, a lock while something runs | here/test_haste.py |
"""
