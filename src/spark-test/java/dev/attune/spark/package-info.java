/** The Spark job in local mode. */
package dev.attune.spark;
