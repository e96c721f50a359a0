package vn.giaoviec.bench;

/** Who takes part in a contest of whole lifecycles. */
interface Side {
    /** So many cases are opened by a thread before it works on them, so that lists are short and never empty. */
    int BLOCK = 5;

    /** The file that is handed in. */
    String EVIDENCE = "đã làm xong";

    String name();

    /** The account by which it is known to the database server. */
    String account();

    /** Makes ready, outside of what is measured, so many blocks for each thread. */
    void ready(int threads, int blocks);

    /** Opens the cases of one block and carries them to the end, all by people. */
    void block(int thread);

    /** How many lifecycles have reached their end since the beginning. */
    long finished();
}
