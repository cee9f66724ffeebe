using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

public sealed class FrozenNumbersTests
{
    private static readonly Dictionary<string, Type> Enums = new[] { typeof(Problem).Assembly, typeof(Reading.Packs.PackFiles).Assembly }
        .SelectMany(a => a.GetTypes()).Where(t => t.IsEnum && t.IsPublic).ToDictionary(t => t.Name, StringComparer.Ordinal);

    public static TheoryData<string> Frozen => [.. FrozenNumbers.Table.Keys];

    [Theory]
    [MemberData(nameof(Frozen))]
    public void Persisted_enums_keep_their_numbers(string name)
    {
        Assert.True(Enums.ContainsKey(name), $"{name} is gone; saved files still hold its numbers");
        Assert.Equal(FrozenNumbers.Table[name], string.Join(' ', Enum.GetValues(Enums[name]).Cast<object>().Select(v => $"{v}={Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture)}")));
    }

    [Fact]
    public void Every_enum_documented_to_never_change_is_in_the_table()
    {
        var promised = from file in Repository.Files("src", "*.cs")
                       from Match match in Regex.Matches(Repository.Text(file), @"((?:[ \t]*///.*\n)+)[ \t]*public enum (\w+)")
                       where match.Groups[1].Value.Contains("never change", StringComparison.Ordinal)
                       select match.Groups[2].Value;
        Assert.Equal(FrozenNumbers.Table.Keys.Order(StringComparer.Ordinal), promised.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Their_members_have_written_numbers()
    {
        var unwritten = from file in Repository.Files("src", "*.cs")
                        from Match match in Regex.Matches(Repository.Text(file), @"public enum (\w+)\s*\{([^}]*)\}")
                        where FrozenNumbers.Table.ContainsKey(match.Groups[1].Value)
                        from line in match.Groups[2].Value.Split('\n').Select(l => l.Trim())
                        where line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.Contains(" = ", StringComparison.Ordinal)
                        select $"{match.Groups[1].Value}: {line}";
        Assert.Empty(unwritten);
    }
}
