using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists.Formats;
using Rubicon.Reading.Lists.Xml;

namespace Rubicon.Reading.Lists;

/// <summary>
/// Reads a list of parties in its publisher's format, told by the content: the Consolidated Screening List, the Denied Persons List, OFAC's files (CSV in
/// parts, SDN XML, enhanced XML), the lists of the United Nations, the European Union and the United Kingdom, METI's workbook, the FCC's page and table, JSON
/// with entities, FollowTheMoney and other JSON Lines, and any CSV with a column for the name; each also packed with gzip or zip. Nothing is thrown for the content.
/// </summary>
public static partial class ListFile
{
    /// <summary>Most bytes that a file may hold, unpacked.</summary>
    public const long LargestFile = ListInput.LargestFile;

    /// <summary>Reads one file.</summary>
    /// <param name="file">What to call it in problems; its name without extension is the id of a list that no publisher known here published.</param>
    /// <param name="stream">Its bytes; not closed.</param>
    public static ListReading Read(string file, Stream stream) => ReadAll([(file, stream)], null)[0];

    /// <summary>Reads files that were given together: parts of one list (OFAC's names, alternate names, addresses and remarks) are joined, the others stand alone, in the order given.</summary>
    /// <param name="files">Names and bytes.</param>
    /// <param name="mapping">Which columns of a table hold what, for tables that no format here fits; or null.</param>
    public static ImmutableArray<ListReading> ReadAll(IEnumerable<(string File, Stream Stream)> files, ListMapping? mapping)
    {
        var readings = ImmutableArray.CreateBuilder<ListReading>();
        var parts = new List<OfacPart>();
        foreach (var (file, stream) in files)
            foreach (var input in ListInput.Open(file, stream))
                if (input.Fault is null && OfacCsv.Part(input) is { } part && mapping is null) parts.Add(part);
                else readings.Add(Dated(input, One(input, mapping)));
        foreach (var list in OfacCsv.Together(parts)) readings.Add(Dated(list[0].Input, OfacCsv.Read(list)));
        return readings.ToImmutable();
    }

    private static ListReading One(ListInput input, ListMapping? mapping)
    {
        var draft = new ListDraft(input.File, ListPublication.Own(input.Name.Split('.')[0]));
        int start = 0;
        while (start < input.Bytes.Length && input.Bytes[start] is 0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') start++;
        if (input.Fault is { } fault) return Failed(input, fault);
        if (start == input.Bytes.Length) return Failed(input, "an empty file");
        if (input.IsWorkbook)
        {
            ListWorkbook.Read(input.Bytes, draft);
        }
        else if (mapping is not null)
        {
            TableList.Read(input.Bytes, draft, mapping);
        }
        else if (input.Bytes[start] == '<')
        {
            if (FccPage.IsPage(input.Bytes)) FccPage.Read(input.Bytes, draft);
            else XmlList.Read(input.Bytes, draft);
        }
        else if (input.Bytes[start] is (byte)'{' or (byte)'[')
        {
            if (!JsonList.Read(input.Bytes.AsMemory(start), draft)) return Failed(input, draft.Fault ?? "JSON without entities");
        }
        else
        {
            TableList.Read(input.Bytes, draft, null);
        }
        return draft.Close([input.Source]);
    }

    private static ListReading Failed(ListInput input, string found) =>
        new([], 0, 0, input.Source.Sha256, [new Problem(ProblemCatalog.ListNotRead, new SourceLocation(input.File), found)])
        {
            IsWhole = false,
            Publication = ListPublication.Own(input.Name.Split('.')[0]),
            Sources = [input.Source],
        };

    /// <summary>A list whose content states no day has that of its file's name, if the name holds one.</summary>
    private static ListReading Dated(ListInput input, ListReading reading)
    {
        if (reading.AsOf is not null) return reading;
        return DayInName().Match(input.Source.Name) is { Success: true } match && ListDraft.Day(match.Value) is { } day ? reading with { AsOf = day, AsOfFrom = "name of the file" } : reading;
    }

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName();
}
