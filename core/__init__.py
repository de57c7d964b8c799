"""The method of Land Renewal: tables in, tables out. Nothing here imports QGIS."""
