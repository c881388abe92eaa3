/**
 * Reads settings: YAML text becomes a record of whichever module owns it, strictly and with every mistake named by file,
 * line and key. Also carries the manual (`config/chancery.yaml`) and the shipped profiles as resources.
 * Depends on Jackson's YAML parser only and knows no other module of ours: shapes and defaults come from the records.
 * The way of a text: {@code Source}, {@code TreeBuilder}, {@code Overrides}, {@code Shapes}, {@code Binder}.
 * Start reading at {@link dev.chancery.config.YamlReader}.
 */
@NullMarked
package dev.chancery.config;

import org.jspecify.annotations.NullMarked;
