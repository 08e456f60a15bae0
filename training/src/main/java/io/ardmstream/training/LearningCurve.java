package io.ardmstream.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Rates over a run, as CSV and as a picture. */
final class LearningCurve {

  private record Point(long step, double seconds, double training, double validation) {}

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int MARGIN = 50;

  private final List<Point> points = new ArrayList<>();

  void add(long step, double seconds, double training, double validation) {
    points.add(new Point(step, seconds, training, validation));
  }

  void writeCsv(Path file) throws IOException {
    StringBuilder csv = new StringBuilder("step,seconds,training_bits,validation_bits\n");
    for (Point p : points) {
      csv.append(
          String.format(
              Locale.ROOT, "%d,%.1f,%.4f,%.4f%n", p.step, p.seconds, p.training, p.validation));
    }
    Files.writeString(file, csv);
  }

  void writePicture(Path file) throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    double low =
        points.stream().mapToDouble(p -> Math.min(p.training, p.validation)).min().orElse(0);
    double high = low + 1;
    grid(pen, low, high);
    line(pen, new Color(150, 170, 200), low, high, false);
    line(pen, new Color(20, 70, 150), low, high, true);
    pen.dispose();
    ImageIO.write(picture, "png", file.toFile());
  }

  private void grid(Graphics2D pen, double low, double high) {
    pen.setColor(Color.DARK_GRAY);
    pen.drawString("bits per sample; dark: validation, light: training", MARGIN, 20);
    for (int i = 0; i <= 5; i++) {
      double value = low + i * (high - low) / 5;
      int y = y(value, low, high);
      pen.setColor(Color.LIGHT_GRAY);
      pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
      pen.setColor(Color.DARK_GRAY);
      pen.drawString(String.format(Locale.ROOT, "%.2f", value), 10, y + 4);
    }
    pen.drawString("step " + points.get(points.size() - 1).step, WIDTH - 130, HEIGHT - 20);
  }

  private void line(Graphics2D pen, Color colour, double low, double high, boolean validation) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(2));
    long last = points.get(points.size() - 1).step;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      pen.drawLine(
          x(a.step, last),
          y(validation ? a.validation : a.training, low, high),
          x(b.step, last),
          y(validation ? b.validation : b.training, low, high));
    }
  }

  private static int x(long step, long last) {
    return MARGIN + (int) (step * (WIDTH - 2 * MARGIN) / Math.max(1, last));
  }

  private static int y(double value, double low, double high) {
    double clipped = Math.min(high, value);
    return HEIGHT - MARGIN - (int) ((clipped - low) / (high - low) * (HEIGHT - 2 * MARGIN));
  }
}
