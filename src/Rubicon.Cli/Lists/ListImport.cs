using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Lists.Snapshots;

namespace Rubicon.Cli.Lists;

/// <summary>What `rubicon lists import` was asked to do.</summary>
internal sealed record ListImportOptions(
    string[] Files, string? List, string? Publisher, string? License, DateOnly? AsOf, DateOnly? Retrieved, string? Mapping, bool Accept, bool Json);

/// <summary>`rubicon lists import`: each list is kept whole or not at all, with the account of its rows.</summary>
internal static class ListImport
{
    /// <summary>Problems shown of one list; status --rows shows all.</summary>
    private const int Shown = 10;

    public static int Run(ListStore store, ListImportOptions options)
    {
        if (Files(options.Files) is not { } files) return ExitCodes.InputUnreadable;
        if (files.Count == 0)
        {
            Console.Error.WriteLine("rubicon: the folder holds no file");
            return ExitCodes.NothingToAssess;
        }
        ListMapping? mapping = null;
        if (options.Mapping is { } file && (mapping = Mapping(file)) is null) return ExitCodes.InputUnreadable;
        var streams = files.ConvertAll(f => (File: f, Stream: (Stream)File.OpenRead(f)));
        bool failed = false, doubtful = false;
        using var json = new MemoryStream();
        using var writer = new Utf8JsonWriter(json, ListText.JsonOptions);
        writer.WriteStartArray();
        try
        {
            foreach (var reading in ListFile.ReadAll(streams, mapping))
            {
                var result = store.Import(reading, Terms(options, files, reading));
                ProblemPrinter.Print(reading.Problems.OrderByDescending(p => p.Kind.Severity).Take(Shown));
                if (reading.Problems.Length > Shown) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rubicon: {reading.Problems.Length - Shown} more problems in {ListText.Sources(reading.Sources)}"));
                ProblemPrinter.Print(result.Problems);
                failed |= result.Use == "failed";
                doubtful |= result.Use == "held-back" || reading.Refused > 0 || reading.Problems.Any(p => p.Kind == ProblemCatalog.ListShorterThanStated || p.Kind == ProblemCatalog.ListPartMissing);
                if (options.Json) ListText.WriteImport(writer, reading, result);
                else Console.Write(ListText.Import(reading, result));
            }
        }
        finally
        {
            foreach (var (_, stream) in streams) stream.Dispose();
        }
        writer.WriteEndArray();
        writer.Flush();
        if (options.Json) Console.WriteLine(System.Text.Encoding.UTF8.GetString(json.ToArray()));
        return failed ? ExitCodes.InputUnreadable : doubtful ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private static ImportTerms Terms(ListImportOptions options, List<string> files, ListReading reading)
    {
        string file = files.First(f => Path.GetFileName(f) == reading.Sources[0].Name);
        return new ImportTerms(options.Retrieved ?? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file)), options.Retrieved is null ? "time of the file" : "given")
        {
            List = options.List,
            Publisher = options.Publisher,
            License = options.License,
            AsOf = options.AsOf,
            Accept = options.Accept,
        };
    }

    private static ListMapping? Mapping(string file)
    {
        if (!File.Exists(file))
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(file), Quote.Text(file)));
            return null;
        }
        var problems = new List<Problem>();
        using var text = File.OpenText(file);
        var mapping = ListMapping.Read(file, text, problems);
        ProblemPrinter.Print(problems);
        return mapping;
    }

    /// <summary>The files, those of folders in the order of their names; null when one does not exist.</summary>
    private static List<string>? Files(string[] paths)
    {
        var files = new List<string>();
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                ProblemPrinter.Print(new Problem(ProblemCatalog.FileNotFound, new SourceLocation(path), Quote.Text(path)));
                return null;
            }
        }
        return files;
    }
}
