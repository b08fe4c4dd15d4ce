# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The research centre's end: it receives submissions, keeps them, and gives tables and evidence back. No screen."""
