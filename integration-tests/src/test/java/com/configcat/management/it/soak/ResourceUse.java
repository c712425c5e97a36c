package com.configcat.management.it.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the process holds, once all garbage is collected.
 *
 * @param clientBytes of objects of the client and of the libraries below it; the fake, which is in
 *     the same process, keeps what it was asked
 * @param heapBytes of all
 * @param threads of all
 * @param files descriptors that are open, sockets included; 0 where that is not known
 */
record ResourceUse(long clientBytes, long heapBytes, int threads, long files) {
  private static final List<String> CLIENT =
      List.of("com.configcat.management.", "retrofit2.", "okhttp3.internal.connection.");

  private static final String FAKE = "com.configcat.management.it.";

  static ResourceUse now() {
    // Collects the garbage, too.
    List<String> histogram = histogram();
    long client = 0;
    long all = 0;
    for (String line : histogram) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length >= 4 && columns[0].endsWith(":")) {
        long bytes = Long.parseLong(columns[2]);
        all += bytes;
        String type = columns[3];
        if (CLIENT.stream().anyMatch(type::startsWith) && !type.startsWith(FAKE)) {
          client += bytes;
        }
      }
    }
    return new ResourceUse(
        client, all, ManagementFactory.getThreadMXBean().getThreadCount(), openFiles());
  }

  private static List<String> histogram() {
    try {
      return ((String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {null},
                      new String[] {String[].class.getName()}))
          .lines()
          .toList();
    } catch (JMException e) {
      throw new IllegalStateException("This Java has no class histogram", e);
    }
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  @Override
  public String toString() {
    return "client %,d KiB, heap %,d KiB, %d threads, %d files"
        .formatted(clientBytes / 1024, heapBytes / 1024, threads, files);
  }
}
