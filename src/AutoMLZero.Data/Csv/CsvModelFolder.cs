using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// A model as files in a folder: <c>spec.json</c>, <c>best.txt</c> (the program), <c>transformation.json</c> and <c>training.csv</c> (the training rows as
/// the program sees them). The table itself is not needed any more.
/// </summary>
/// <param name="path">Path of the folder.</param>
public sealed class CsvModelFolder(string path)
{
    private const string SpecFile = "spec.json";
    private const string ProgramFile = "best.txt";
    private const string TransformationName = "transformation.json";
    private const string TrainingFile = "training.csv";

    /// <summary>Whether the folder has what is kept of the table.</summary>
    public bool HasTable => File.Exists(Named(TransformationName)) && File.Exists(Named(TrainingFile));

    /// <summary>Writes a model; the folder is made if need be.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InputException">The folder or a file cannot be written.</exception>
    public void Write(CsvModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Try("written", () =>
        {
            Directory.CreateDirectory(path);
            Write(SpecFile, SpecWriter.Write(model.Spec));
            Write(ProgramFile, model.Program.ToString());
            WriteTable(model.Transformation, model.Training);
        });
    }

    /// <summary>Writes what is kept of a table into the folder of a search, which keeps the spec and the program itself.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void WriteTable(PreparedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Try("written", () => WriteTable(table.Transformation, table.Training));
    }

    /// <summary>Reads a model.</summary>
    /// <param name="catalog">What the spec may have.</param>
    /// <exception cref="InputException">A file is missing, or not what it should be; the message says which.</exception>
    public CsvModel Read(SpecCatalog catalog)
    {
        var spec = SpecReader.Read(Text(SpecFile), Named(SpecFile), null, catalog);
        if (spec.Tasks.Test is not CsvTaskSource) throw new InputException($"{Named(SpecFile)} is not of a table, expected the folder of a search with --csv");
        var transformation = TransformationFile.Read(Text(TransformationName), Named(TransformationName));
        var model = new CsvModel(spec, Program(spec), transformation, Training(transformation));
        Check(model);
        return model;
    }

    private Program Program(ExperimentSpec spec)
    {
        try
        {
            return ProgramParser.Parse(Text(ProgramFile), spec.Memory);
        }
        catch (ProgramFormatException problem)
        {
            throw new InputException($"{Named(ProgramFile)}: {problem.Message}", problem);
        }
    }

    private Examples Training(TableTransformation transformation)
    {
        var table = CsvReader.ReadFile(Named(TrainingFile), hasHeader: true);
        return ExamplesFile.Read(table, transformation);
    }

    private void Check(CsvModel model)
    {
        var settings = ((CsvTaskSource)model.Spec.Tasks.Test).Settings;
        if (settings.Classes != model.Transformation.Target.Classes.Length || settings.Features < model.Transformation.PaddedWidth)
            throw new InputException($"{Named(TransformationName)} is not of the same table as {SpecFile}");
    }

    private string Named(string file) => Path.Combine(path, file);

    private void WriteTable(TableTransformation transformation, Examples training)
    {
        Write(TransformationName, TransformationFile.Write(transformation));
        WholeFile.Write(Named(TrainingFile), writer => ExamplesFile.Write(training, transformation.Width, writer));
    }

    private void Write(string file, string text) => WholeFile.Write(Named(file), writer => writer.Write(text));

    private string Text(string file)
    {
        var text = "";
        Try("read", () => text = File.Exists(Named(file))
            ? File.ReadAllText(Named(file))
            : throw new InputException($"there is no file '{Named(file)}', expected the folder that search --csv --out wrote"));
        return text;
    }

    private void Try(string done, Action work)
    {
        try
        {
            work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the folder '{path}' cannot be {done}: {problem.Message}", problem);
        }
    }
}
