using Rubicon.Diagnostics;
using Rubicon.Subjects;
using Xunit;
using Xunit.Abstractions;

namespace Rubicon.Reading.Tests;

/// <summary>Runs over real files, none of them made for this project.</summary>
public class RealFilesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("bom")]
    [InlineData("devices")]
    [InlineData("names")]
    [InlineData("lists")]
    public void Every_file_ends_with_a_true_account(string part)
    {
        if (SharedData.Folder is not { } data)
        {
            output.WriteLine("skipped: no folder shared/data beside the repository, and RUBICON_SHARED_DATA is not set");
            return;
        }
        var found = InputFiles.Find([Path.Combine(data, part)]);
        Assert.Empty(found.Problems);
        var formats = new SortedDictionary<string, (int Files, long Records, long Unread)>(StringComparer.Ordinal);
        foreach (string file in found.Files)
        {
            var read = Inputs.OfFile(file);
            Assert.Equal(read.Account.Records, read.Subjects.Count + read.Unread.Count);
            Assert.Equal(read.Account.Unread, read.Unread.Count);
            bool silent = read.Account.Records == 0 && !read.Account.Problems.Any(p => p.Kind.Severity == Severity.Error);
            Assert.False(silent, $"{file} gave no record and no error");
            Assert.All(read.Unread, u => Assert.NotEmpty(u.Problems));
            string key = $"{read.Account.Format ?? "-"} {string.Join(',', read.Account.Problems.Select(p => p.Kind.Code).Distinct())}";
            var sum = formats.GetValueOrDefault(key);
            formats[key] = (sum.Files + 1, sum.Records + read.Account.Records, sum.Unread + read.Account.Unread);
        }
        foreach (var (key, sum) in formats) output.WriteLine($"{sum.Files,5} files {sum.Records,7} records {sum.Unread,6} unread  {key}");
    }

    [Fact]
    public void What_walks_say_of_themselves_agrees_with_what_is_known_of_the_devices()
    {
        if (SharedData.Folder is not { } data)
        {
            output.WriteLine("skipped: no folder shared/data beside the repository, and RUBICON_SHARED_DATA is not set");
            return;
        }
        int compared = 0, differing = 0;
        foreach (string truth in Directory.EnumerateFiles(Path.Combine(data, "devices", "snmp", "truth"), "*.json").Order(StringComparer.Ordinal))
        {
            string walk = Path.Combine(data, "devices", "snmp", "walks", Path.GetFileNameWithoutExtension(truth) + ".snmprec");
            if (!File.Exists(walk)) continue;
            using var known = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(truth));
            string? expected = known.RootElement.GetProperty("sysObjectID").GetString()?.TrimStart('.');
            if (string.IsNullOrEmpty(expected) || Inputs.OfFile(walk).Subjects is not [var device]) continue;
            compared++;
            if (device.First(Field.SysObjectId) == expected) continue;
            differing++;
            output.WriteLine($"{Path.GetFileName(walk)}: {device.First(Field.SysObjectId)}, not {expected}");
        }
        output.WriteLine($"{compared} compared, {differing} differ");
        Assert.True(compared > 400);
        Assert.True(differing * 50 < compared);
    }
}
