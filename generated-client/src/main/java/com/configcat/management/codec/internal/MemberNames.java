package com.configcat.management.codec.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the members of a model. Objects of a list have their members in the same order, so a name
 * is first compared with the one that had its place in the object before: to compute the hash of
 * each name would cost a tenth of the time in which a list is read. Thread-safe.
 */
public final class MemberNames {
  private final Map<String, Member> members;

  // Written without a lock: a member is immutable, and a guess may be any.
  private final Member[] guesses;

  private static final class Member {
    private final String name;
    private final int number;

    Member(String name, int number) {
      this.name = name;
      this.number = number;
    }
  }

  /**
   * Creates one.
   *
   * @param names of which the first has the number 1
   */
  public MemberNames(String... names) {
    this.members = new HashMap<>(2 * names.length);
    this.guesses = new Member[names.length];
    for (int i = 0; i < names.length; i++) {
      guesses[i] = new Member(names[i], i + 1);
      members.put(names[i], guesses[i]);
    }
  }

  /**
   * Returns the number of a name.
   *
   * @param place how many members came before it in its object
   * @return 0 if there is no such name
   */
  public int number(String name, int place) {
    if (place >= guesses.length) {
      return number(members.get(name));
    }
    Member guess = guesses[place];
    if (guess.name.equals(name)) {
      return guess.number;
    }
    Member member = members.get(name);
    if (member != null) {
      guesses[place] = member;
    }
    return number(member);
  }

  private static int number(@Nullable Member member) {
    return member == null ? 0 : member.number;
  }
}
