package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words that mean the same in most shops, whatever they sell. */
final class KnownSynonyms {
  /** Names that are written in one piece, in two, or with a hyphen. */
  private static final List<List<String>> EVERYWHERE =
      groups(
          """
          usb c, usbc
          wi fi, wifi
          """);

  private static final List<List<String>> ENGLISH =
      groups(
          """
          laptop, notebook
          tv, television
          fridge, refrigerator
          smartphone, mobile phone, cell phone, cellphone
          headphones, earphones
          earbuds, in-ear headphones
          usb stick, usb flash drive, usb drive, thumb drive
          ssd, solid state drive
          hdd, hard drive, hard disk drive, hard disk
          pc, computer
          video camera, camcorder
          ps3, playstation 3
          ps4, playstation 4
          ps5, playstation 5
          power bank, portable charger
          flashlight, torch
          vacuum, vacuum cleaner, hoover
          washing machine, washer
          couch, sofa
          sneakers, trainers
          sweater, jumper, pullover
          pants, trousers
          t-shirt, tee
          handbag, purse
          stroller, pram
          diaper, nappy
          perfume, fragrance
          moisturizer, moisturiser
          colour, color
          grey, gray
          aluminium, aluminum
          jewelry, jewellery
          extension cord, extension lead, power strip
          mouse pad, mouse mat, mousepad
          cd drive, cd rom drive, optical drive, optical disc drive
          """);

  private static final List<List<String>> GERMAN =
      groups(
          """
          laptop, notebook
          fernseher, tv
          handy, smartphone, mobiltelefon
          kopfhörer, headphones
          sofa, couch
          wlan, wifi
          """);

  private KnownSynonyms() {}

  static List<List<String>> of(Language language) {
    List<List<String>> all = new ArrayList<>(EVERYWHERE);
    all.addAll(own(language));
    return all;
  }

  private static List<List<String>> own(Language language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case GERMAN -> GERMAN;
      case FRENCH -> groups("ordinateur portable, portable, laptop\ntélé, téléviseur, tv");
      case SPANISH -> groups("portátil, laptop\ntelevisor, tele, tv\nmóvil, smartphone");
      case ITALIAN -> groups("portatile, laptop\ntelevisore, tv\ncellulare, smartphone");
      case DUTCH -> groups("laptop, notebook\ntelevisie, tv\nmobiel, smartphone");
    };
  }

  private static List<List<String>> groups(String lines) {
    return lines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> Arrays.stream(line.split(",")).map(String::strip).toList())
        .toList();
  }
}
