package dev.attune.models.registry;

import dev.attune.models.Models;

/**
 * The CDI event before models of a training take the place of those in use, which serve until all
 * observers are done. Observers run on the thread that takes them into use.
 *
 * @param models that may yet be passed over, where merchants ask for others meanwhile
 */
public record ModelsReady(Models models) {}
