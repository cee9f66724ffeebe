using Rubicon.Ownership;
using Rubicon.Reading.Makers;
using Rubicon.Reading.Ownership;
using Rubicon.Reports.Pictures;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Docs;

/// <summary>The picture of Huawei and its affiliates as the maker knowledge, the Entity List and the list of section 1260H state them.</summary>
internal static class HuaweiTree
{
    public const string Path = "docs/design/huawei.svg";

    private const string Head = "huawei";

    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly string[] Lists = ["us-bis/entity-list", "us-dod-1260h/list"];

    public static string Svg(string root, LawBook law)
    {
        var register = new StakeRegister();
        new OwnershipFile(register).Read("makers", new PartyDirectory(MakerFiles.Load(System.IO.Path.Combine(root, "makers")).Knowledge.Parties, law).Parties);
        var graph = new OwnershipGraph(register, Day);
        var reached = ControlMeasure.Reach(graph, [Head]).ToDictionary(r => r.Party, r => r.Truth, StringComparer.Ordinal);
        var listed = Lists.SelectMany(l => law.List(l).Entries).Where(e => !e.IsCategory && e.Effective.Holds(Day, Day)).Select(e => e.PartyKey!).ToHashSet(StringComparer.Ordinal);
        return OwnershipPicture.Svg(Surroundings.Below(graph, [Head], OwnershipPicture.MostParties, reached.ContainsKey), graph,
            key => listed.Contains(key) ? PictureMark.Listed : reached.GetValueOrDefault(key) == OwnershipTruth.Certain ? PictureMark.Reached : PictureMark.MayBeReached,
            $"Huawei and its affiliates; listed: on {string.Join(" or ", Lists)}; reached: stated to be controlled by Huawei, on no entry of these lists");
    }
}
