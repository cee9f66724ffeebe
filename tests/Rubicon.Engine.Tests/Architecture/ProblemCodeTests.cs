using System.Reflection;
using System.Text.RegularExpressions;
using Rubicon.Diagnostics;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

public sealed class ProblemCodeTests
{
    private const string Catalog = "src/Rubicon.Engine/Diagnostics/ProblemCatalog.cs";

    [Fact]
    public void Codes_have_the_form_and_stand_once() =>
        Assert.All(ProblemCatalog.All.GroupBy(k => k.Code), g => Assert.True(Regex.IsMatch(g.Key, "^RUB[1-9][0-9]{3}$") && g.Count() == 1, g.Key));

    [Fact]
    public void The_catalog_stands_in_order_of_codes()
    {
        var written = Regex.Matches(Repository.Text(Catalog), @"ProblemKind \w+ = new\(""(RUB\d+)""").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ProblemCatalog.All.Length, written.Count);
        Assert.Equal(written.Order(StringComparer.Ordinal), written);
    }

    [Fact]
    public void Every_code_is_reported_by_some_source()
    {
        var sources = Repository.Files("src", "*.cs").Where(f => f != Catalog).Select(Repository.Text).ToList();
        var unused = typeof(ProblemCatalog).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(ProblemKind))
            .Where(f => !sources.Any(s => Regex.IsMatch(s, $@"ProblemCatalog\.{f.Name}\b"))).Select(f => $"{((ProblemKind)f.GetValue(null)!).Code} {f.Name}");
        Assert.Empty(unused);
    }

    [Fact]
    public void Codes_that_texts_name_are_in_the_catalog()
    {
        var known = ProblemCatalog.All.Select(k => k.Code).ToHashSet(StringComparer.Ordinal);
        var unknown = from file in Repository.Files("src", "*.cs").Concat(Repository.Files("docs", "*.md")).Concat(Repository.Files("examples", "*.md"))
                      from Match match in Regex.Matches(Repository.Text(file), @"\bRUB\d{4}\b")
                      where !known.Contains(match.Value)
                      select $"{file}: {match.Value}";
        Assert.Empty(unknown.Distinct());
    }

    [Fact]
    public void Texts_of_the_catalog_are_plain()
    {
        Assert.All(ProblemCatalog.All, k =>
        {
            string all = $"{k.Title}|{k.Expected}|{k.Cause}|{k.Fix}";
            Assert.All(all.Split('|'), t => Assert.True(t.Length > 0 && t.Trim() == t && !t.EndsWith('.'), $"{k.Code}: {t}"));
            Assert.False(all.Contains("please", StringComparison.OrdinalIgnoreCase), k.Code);
            Assert.False(k.Title.Contains('\n', StringComparison.Ordinal), k.Code);
        });
    }
}
