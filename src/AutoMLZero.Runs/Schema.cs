namespace AutoMLZero.Runs;

/// <summary>The tables of <c>run.db</c>. docs/runs.md describes them for those who query them.</summary>
internal static class Schema
{
    /// <summary>The version of the format; a program refuses folders of a later one.</summary>
    public const int Version = 2;

    /// <summary>"AMLZ": tells a run from other SQLite databases.</summary>
    public const int ApplicationId = 0x414D4C5A;

    /// <summary>How champions were tuned: a row an experiment, and without number that of the result.</summary>
    private const string CreateTuning =
        """
        CREATE TABLE tuning (
            experiment INTEGER UNIQUE, method TEXT NOT NULL, evaluations INTEGER NOT NULL, select_fitness REAL NOT NULL, program TEXT NOT NULL);

        """;

    /// <summary>Makes of a run of version 1 one of version 2, which knows how fitness is spread, how fast the search was and how champions were tuned.</summary>
    public const string UpgradeFrom1 =
        CreateTuning +
        """
        ALTER TABLE epochs ADD COLUMN lowest_fitness REAL;
        ALTER TABLE epochs ADD COLUMN lower_quartile REAL;
        ALTER TABLE epochs ADD COLUMN median_fitness REAL;
        ALTER TABLE epochs ADD COLUMN upper_quartile REAL;
        ALTER TABLE epochs ADD COLUMN highest_fitness REAL;
        CREATE TABLE pace (elapsed_ticks INTEGER PRIMARY KEY, individuals INTEGER NOT NULL);
        PRAGMA user_version = 2;
        """;

    /// <summary>Makes the tables.</summary>
    public const string Create =
        CreateTuning +
        """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;

        CREATE TABLE experiments (
            experiment INTEGER PRIMARY KEY, epochs INTEGER NOT NULL, solved INTEGER NOT NULL, generated INTEGER NOT NULL, rejected INTEGER NOT NULL,
            cached INTEGER NOT NULL, partial INTEGER NOT NULL, evaluated INTEGER NOT NULL, individuals INTEGER NOT NULL);

        CREATE TABLE epochs (
            experiment INTEGER NOT NULL, epoch INTEGER NOT NULL, generated INTEGER NOT NULL, rejected INTEGER NOT NULL, cached INTEGER NOT NULL,
            partial INTEGER NOT NULL, evaluated INTEGER NOT NULL, individuals INTEGER NOT NULL, best_fitness REAL, digest TEXT NOT NULL,
            lowest_fitness REAL, lower_quartile REAL, median_fitness REAL, upper_quartile REAL, highest_fitness REAL,
            PRIMARY KEY (experiment, epoch)) WITHOUT ROWID;

        CREATE TABLE pace (elapsed_ticks INTEGER PRIMARY KEY, individuals INTEGER NOT NULL);

        CREATE TABLE curve (
            experiment INTEGER NOT NULL, epoch INTEGER NOT NULL, island INTEGER NOT NULL, individuals INTEGER NOT NULL, best_fitness REAL,
            mean_fitness REAL, PRIMARY KEY (experiment, epoch, island)) WITHOUT ROWID;

        CREATE TABLE champions (
            experiment INTEGER NOT NULL, champion INTEGER NOT NULL, epoch INTEGER NOT NULL, search_fitness REAL NOT NULL,
            select_fitness REAL NOT NULL, program TEXT NOT NULL, omitted INTEGER NOT NULL, PRIMARY KEY (experiment, champion)) WITHOUT ROWID;

        CREATE TABLE lineage (
            experiment INTEGER NOT NULL, champion INTEGER NOT NULL, step INTEGER NOT NULL, born INTEGER NOT NULL, fitness REAL NOT NULL,
            program TEXT NOT NULL, PRIMARY KEY (experiment, champion, step)) WITHOUT ROWID;

        CREATE TABLE hall_of_fame (
            experiment INTEGER NOT NULL, place INTEGER NOT NULL, cost REAL NOT NULL, search_fitness REAL NOT NULL, program TEXT NOT NULL,
            PRIMARY KEY (experiment, place)) WITHOUT ROWID;

        CREATE TABLE checkpoints (
            experiment INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, written_at TEXT NOT NULL, state BLOB NOT NULL);

        CREATE TABLE result (
            id INTEGER PRIMARY KEY CHECK (id = 0), stop TEXT NOT NULL, experiments INTEGER NOT NULL, training_steps INTEGER NOT NULL,
            generated INTEGER NOT NULL, rejected INTEGER NOT NULL, cached INTEGER NOT NULL, partial INTEGER NOT NULL, evaluated INTEGER NOT NULL,
            individuals INTEGER NOT NULL, search_fitness REAL, select_fitness REAL, test_fitness REAL, test_standard_error REAL, program TEXT);
        """;
}
