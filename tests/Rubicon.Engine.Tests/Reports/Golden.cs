using System.Text;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

/// <summary>
/// Golden files beside the tests. Each has one owner test. Setting RUBICON_UPDATE_GOLDEN=1 rewrites them; read the difference
/// before committing it.
/// </summary>
internal static class Golden
{
    /// <summary>Every golden file of this folder.</summary>
    internal static readonly string[] All =
    [
        "Sample.expected.csv", "Sample.expected.html", "Sample.expected.json", "Sample.expected.jsonl", "Sample.expected.sarif",
        "SampleTable.expected.txt", "SampleTableAscii.expected.txt", "SampleExplained.expected.txt",
    ];

    internal static string Folder { get; } = Path.Combine(Root(), "tests", "Rubicon.Engine.Tests", "Reports");

    internal static void Check(string name, byte[] actual)
    {
        Assert.Contains(name, All);
        string path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("RUBICON_UPDATE_GOLDEN") == "1") File.WriteAllBytes(path, actual);
        Assert.True(File.Exists(path), $"{name} is missing; RUBICON_UPDATE_GOLDEN=1 writes it");
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), Encoding.UTF8.GetString(actual));
        Assert.DoesNotContain((byte)'\r', actual);
        Assert.False(actual.AsSpan().StartsWith(Encoding.UTF8.Preamble), "a byte order mark");
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"no rubicon.slnx above {AppContext.BaseDirectory}");
    }
}
