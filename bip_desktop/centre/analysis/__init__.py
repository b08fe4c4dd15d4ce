# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""What the centre computes of the merged tables: from answers to typed effects, long tables and a report.

reading → panel → one module an analysis, each giving `Effect`s → suppression → tables, report. Nothing here names a
caseworker or a citizen.
"""
