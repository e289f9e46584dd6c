package dev.trestle.steps.core.compare;

import java.util.ArrayList;
import java.util.List;

/** Puts the lines of two texts side by side along their longest common subsequence. */
final class Alignment {

  private final List<String> left;
  private final List<String> right;
  private final List<Pair> pairs = new ArrayList<>();
  private int leftDone;
  private int rightDone;

  private Alignment(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /** Two lines that stand side by side; one of them is empty when it has no counterpart. */
  record Pair(String left, String right) {}

  static List<Pair> of(List<String> left, List<String> right) {
    return new Alignment(left, right).align();
  }

  private List<Pair> align() {
    int[][] common = common();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (left.get(i).equals(right.get(j))) {
        differUntil(i, j);
        pairs.add(new Pair(left.get(i), right.get(j)));
        leftDone = ++i;
        rightDone = ++j;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    differUntil(left.size(), right.size());
    return pairs;
  }

  private void differUntil(int leftEnd, int rightEnd) {
    while (leftDone < leftEnd || rightDone < rightEnd) {
      pairs.add(
          new Pair(
              leftDone < leftEnd ? left.get(leftDone++) : "",
              rightDone < rightEnd ? right.get(rightDone++) : ""));
    }
  }

  /** How many lines the two texts have in common from each pair of lines on. */
  private int[][] common() {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
