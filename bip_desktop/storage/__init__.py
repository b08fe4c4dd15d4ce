# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The jobcentre's own database and key file: the only place with SQLAlchemy, SQLCipher and Alembic."""
