using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rubicon.Diagnostics;
using Xunit;

namespace Rubicon.Engine.Tests.Architecture;

/// <summary>A feature of the engine (a folder, and its namespace) uses only what stands below it.</summary>
public sealed class FeatureArrowTests
{
    private static readonly string[] Ground = ["Dates", "Diagnostics"];

    /// <summary>
    /// Rules know facts, citations and dates, nothing of names or graphs; Matching knows names and nothing of records.
    /// </summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Diagnostics"] = [],
        ["Dates"] = [],
        ["Parties"] = Ground,
        ["Subjects"] = Ground,
        ["Matching"] = ["Parties", .. Ground],
        ["Ownership"] = Ground,
        ["Equipment"] = ["Subjects", "Parties", .. Ground],
        ["Rules"] = ["Subjects", "Parties", .. Ground],
        ["Screening"] = ["Rules", "Ownership", "Equipment", "Matching", "Subjects", "Parties", .. Ground],
        ["Review"] = ["Screening", "Rules", "Ownership", "Equipment", "Matching", "Subjects", "Parties", .. Ground],
        ["Reports"] = ["Review", "Screening", "Rules", "Ownership", "Equipment", "Matching", "Subjects", "Parties", .. Ground],
    };

    private static readonly Type[] Types = typeof(Problem).Assembly.GetTypes();

    [Fact]
    public void Every_feature_of_the_engine_has_its_arrows_stated() =>
        Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), Repository.Files("src/Rubicon.Engine", "*.cs").Select(FeatureOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_feature_uses_only_what_stands_below_it()
    {
        var against = from file in Repository.Files("src/Rubicon.Engine", "*.cs")
                      let feature = FeatureOf(file)
                      from used in Used(Code(Repository.Text(file)))
                      where used != feature && !MayUse[feature].Contains(used)
                      select $"{file} uses {used}";
        Assert.Empty(against.Distinct());
    }

    [Theory]
    [InlineData("using Rubicon.Rules.Facts;", "Rules")]
    [InlineData("global::Rubicon.Matching.Folding.Fold(x)", "Matching")]
    [InlineData("Rules.Facts.PartyValue value", "Rules")]
    [InlineData("new Equipment.Claim(x)", "Equipment")]
    [InlineData("Parties.Select(p => p.Name)", null)]
    [InlineData("/// <see cref=\"Rubicon.Reports.JsonReport\"/>", null)]
    public void The_search_sees_usings_and_qualified_names_and_nothing_else(string code, string? used) =>
        Assert.Equal(used is null ? [] : [used], Used(Code(code)).Distinct());

    [Fact]
    public void A_namespace_of_the_engine_is_its_folder()
    {
        var against = Repository.Files("src/Rubicon.Engine", "*.cs")
            .Select(f => (File: f, Space: Regex.Match(Repository.Text(f), @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value))
            .Where(f => f.Space.Length > 0 && f.Space != "Rubicon." + Path.GetDirectoryName(f.File["src/Rubicon.Engine/".Length..])!.Replace('\\', '/').Replace('/', '.'));
        Assert.Empty(against);
    }

    [Theory]
    [InlineData("src/Rubicon.Engine/Rubicon.Engine.csproj", new string[0])]
    [InlineData("src/Rubicon.Reading/Rubicon.Reading.csproj", new[] { "Rubicon.Engine" })]
    [InlineData("src/Rubicon.Answering/Rubicon.Answering.csproj", new[] { "Rubicon.Engine", "Rubicon.Reading" })]
    [InlineData("src/Rubicon.Cli/Rubicon.Cli.csproj", new[] { "Rubicon.Answering", "Rubicon.Engine", "Rubicon.Reading", "Rubicon.Storage" })]
    [InlineData("src/Rubicon.Server/Rubicon.Server.csproj", new[] { "Rubicon.Answering", "Rubicon.Engine", "Rubicon.Reading", "Rubicon.Storage" })]
    [InlineData("src/Rubicon.Storage/Rubicon.Storage.csproj", new[] { "Rubicon.Engine" })]
    public void Projects_point_downward(string project, string[] expected) =>
        Assert.Equal(expected, References(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_engine_uses_nothing_but_the_framework()
    {
        Assert.Empty(References("src/Rubicon.Engine/Rubicon.Engine.csproj", "PackageReference"));
        Assert.All(typeof(Problem).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(Repository.Text(project)).Descendants(kind).Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string FeatureOf(string file)
    {
        string[] parts = file["src/Rubicon.Engine/".Length..].Split('/');
        return parts.Length > 1 ? parts[0] : "";
    }

    private static string Code(string text) => string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    /// <summary>Features named in full, or from inside the root namespace as <c>Feature.Type</c> or <c>Feature.Part.Type</c>.</summary>
    private static IEnumerable<string> Used(string code)
    {
        foreach (Match match in Regex.Matches(code, @"(?<!\.)\bRubicon\.(\w+)"))
            if (MayUse.ContainsKey(match.Groups[1].Value)) yield return match.Groups[1].Value;
        foreach (Match match in Regex.Matches(code, @"(?<![\w.])(\w+)\.(\w+)"))
            if (MayUse.ContainsKey(match.Groups[1].Value) && Names(match.Groups[1].Value, match.Groups[2].Value)) yield return match.Groups[1].Value;
    }

    private static bool Names(string feature, string next) => Types.Any(t =>
        (t.Namespace == $"Rubicon.{feature}" && t.Name == next) || t.Namespace == $"Rubicon.{feature}.{next}");
}
