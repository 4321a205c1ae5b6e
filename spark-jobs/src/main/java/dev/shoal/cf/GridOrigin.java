package dev.shoal.cf;

import java.io.Serializable;

/**
 * What in a file a grid was made of.
 *
 * @param lat variable of the latitudes, or of the plane's rows; empty where positions follow from the cells' numbers
 * @param lon variable of the longitudes, or of the plane's columns; empty likewise
 * @param way in words how the positions were found
 * @param cells in words what gave the cells' corners or bounds; empty where the file does not give them
 */
public record GridOrigin(String lat, String lon, String way, String cells) implements Serializable {}
