package dev.shoal.cluster;

import java.security.SecureRandom;

/**
 * Who may use an S3 server.
 *
 * @param access the name
 * @param secret the secret behind the name
 */
record AccessKeys(String access, String secret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** New keys that nobody can guess. */
    static AccessKeys random() {
        SecureRandom random = new SecureRandom();
        return new AccessKeys(word(random, 20), word(random, 40));
    }

    /** Names the keys without telling the secret. */
    @Override
    public String toString() {
        return "AccessKeys[" + access + "]";
    }

    private static String word(SecureRandom random, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
