using AutoMLZero.Data;
using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Tests;

public class SchemaTests
{
    [Fact]
    public void The_schema_in_the_documentation_covers_all_tasks_there_are() =>
        Snapshot.MatchesFile(Path.Combine(Repository.Root, "docs", "spec.schema.json"), SpecSchema.Of(DataCatalog.Create(new DataFolder("/none"))));
}
