package io.hemai.files;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a camera was held, as Exif tells it: by which edges of the picture its first row and its first column are. */
enum Orientation {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    LEFT_TOP,
    RIGHT_TOP,
    RIGHT_BOTTOM,
    LEFT_BOTTOM;

    /** The one of the number, from 1; upright when there is none. */
    static Orientation of(int number) {
        return number < 1 || number > values().length ? TOP_LEFT : values()[number - 1];
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage picture) {
        if (this == TOP_LEFT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lies = compareTo(LEFT_TOP) >= 0;
        BufferedImage upright = new BufferedImage(lies ? height : width, lies ? width : height, picture.getType());
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, turn(width, height), null);
        pen.dispose();
        return upright;
    }

    private AffineTransform turn(int width, int height) {
        return switch (this) {
            case TOP_LEFT -> new AffineTransform();
            case TOP_RIGHT -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case BOTTOM_RIGHT -> new AffineTransform(-1, 0, 0, -1, width, height);
            case BOTTOM_LEFT -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_TOP -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT_TOP -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_BOTTOM -> new AffineTransform(0, -1, -1, 0, height, width);
            case LEFT_BOTTOM -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
