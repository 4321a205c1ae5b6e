package dev.shoal.job;

import dev.shoal.regrid.Box;
import dev.shoal.regrid.CellCorners;
import dev.shoal.regrid.CurvilinearGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.UnstructuredGrid;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws a grid's points, and the edges of its cells where they have corners, over longitude and latitude. */
final class GridMap {

    private static final int WIDTH = 1200;
    private static final int MARGIN = 20;
    private static final double LEAST_SPAN = 1e-3;

    private final Grid grid;
    private final double west;
    private final double north;
    private final double scale;
    private final double span;
    private final BufferedImage image;
    private final Graphics2D pen;

    private GridMap(Grid grid) {
        this.grid = grid;
        Box box = grid.box();
        double width = Math.max(LEAST_SPAN, box.width());
        double height = Math.max(LEAST_SPAN, box.north() - box.south());
        double room = 0.02 * Math.max(width, height);
        this.west = box.width() >= 360 ? -180 : box.west() - room;
        this.span = box.width() >= 360 ? 360 : width + 2 * room;
        this.north = Math.min(90, box.north() + room);
        double shown = Math.max(LEAST_SPAN, north - Math.max(-90, box.south() - room));
        this.scale = Math.min((WIDTH - 2 * MARGIN) / span, (WIDTH - 2 * MARGIN) / shown);
        this.image = new BufferedImage(
                (int) (span * scale) + 2 * MARGIN, (int) (shown * scale) + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
    }

    /**
     * Draws a grid.
     *
     * @param path of the picture, a PNG; written over
     */
    static void draw(Grid grid, Path path) throws IOException {
        System.setProperty("java.awt.headless", "true");
        GridMap map = new GridMap(grid);
        map.draw();
        if (!ImageIO.write(map.image, "png", path.toFile())) {
            throw new IOException("Cannot draw " + path + ": this Java writes no PNG.");
        }
    }

    private void draw() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x9ab4c8));
        pen.setStroke(new BasicStroke(0.6f));
        CellCorners corners = grid instanceof CurvilinearGrid curved
                ? curved.corners()
                : grid instanceof UnstructuredGrid mesh ? mesh.corners() : CellCorners.NONE;
        for (int cell = 0; cell < corners.cells(); cell++) {
            edges(corners, cell);
        }
        pen.setColor(new Color(0x103a5c));
        double size = Math.max(0.6, Math.min(3, 600 / Math.sqrt(grid.size())));
        for (int row = 0; row < grid.ny(); row++) {
            for (int column = 0; column < grid.nx(); column++) {
                if (!Double.isNaN(grid.lat(row, column))) {
                    double x = x(grid.lon(row, column));
                    double y = y(grid.lat(row, column));
                    pen.fill(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
                }
            }
        }
        pen.dispose();
    }

    /** Edges that run round the picture's back are left out. */
    private void edges(CellCorners corners, int cell) {
        int from = cell * corners.most();
        int count = 0;
        while (count < corners.most() && !Double.isNaN(corners.lat()[from + count])) {
            count++;
        }
        for (int i = 0; i < count; i++) {
            int a = from + i;
            int b = from + (i + 1) % count;
            double x = x(corners.lon()[a]);
            double other = x(corners.lon()[b]);
            if (Math.abs(x - other) < 180 * scale) {
                pen.draw(new Line2D.Double(x, y(corners.lat()[a]), other, y(corners.lat()[b])));
            }
        }
    }

    private double x(double lon) {
        double ahead = lon - west;
        double turned = ahead - 360 * Math.floor((ahead + (360 - span) / 2) / 360);
        return MARGIN + turned * scale;
    }

    private double y(double lat) {
        return MARGIN + (north - lat) * scale;
    }
}
