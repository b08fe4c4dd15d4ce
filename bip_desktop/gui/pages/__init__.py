# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""One package a page: `page.py` shows and states, `presenter.py` decides. No page knows another."""
