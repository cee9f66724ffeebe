using System.Globalization;
using System.Text;

namespace Rubicon.Benchmarks.Scale;

/// <summary>
/// A table of stakes with the shape of real registers: six parties for ten stakes; most entities have one or two holders, some hundreds; most holders hold one
/// entity, some tens of thousands (heavy tails on both sides); chains; cross-holdings and cycles in one stake of two hundred; shares round, banded, exact or not stated;
/// days for a third. The same number gives the same bytes.
/// </summary>
internal static class StakesFile
{
    private const int Seed = 20261125;

    private static readonly string[] Bands = ["25-50", "50-75", "75-100", ">25", "at least 10"];
    private static readonly string[] Stems = ["Cedar", "Hilltop", "Juniper", "Elk", "Sage", "Lone", "Prairie", "Coyote", "Badger", "Aspen", "Willow", "Granite", "Antelope", "Buffalo", "Clear", "Dry"];
    private static readonly string[] Forms = ["Ltd", "LLC", "Co., Ltd.", "GmbH", "Holdings", "Inc", "SA", "Trading"];

    public static void Write(string file, int stakes)
    {
        var random = new Random(Seed);
        int parties = (int)(stakes * 8L / 10);
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        text.WriteLine("owner,owned,share,kind,from,to");
        for (int written = 0; written < stakes;)
        {
            int entity = Entity(random, parties);
            int holders = Math.Min(stakes - written, Holders(random));
            decimal left = 100;
            for (int i = 0; i < holders; i++, written++)
            {
                int owner = Owner(random, parties, entity);
                if (owner == entity) owner = (entity + 1) % parties;
                text.WriteLine($"{Name(owner)},{Name(entity)},{Share(random, holders, ref left)},{(random.Next(20) == 0 ? "votes" : "equity")},{Days(random)}");
            }
        }
    }

    /// <summary>The key of a party, as the file writes it.</summary>
    public static string Name(int party)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{Stems[party % Stems.Length]} {party} {Forms[party / 7 % Forms.Length]}");
        return name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name;
    }

    private static int Entity(Random random, int parties) => random.Next(parties);

    // A Pareto tail: a median of one holder, now and then hundreds.
    private static int Holders(Random random) => (int)Math.Min(500, Math.Max(1, 0.7 / Math.Pow(1 - random.NextDouble(), 0.75)));

    // Holders stand before what they hold in the order of numbers, but for one in two hundred; a few of them hold very many.
    private static int Owner(Random random, int parties, int entity)
    {
        if (random.Next(200) == 0) return random.Next(parties);
        double skew = random.Next(10) == 0 ? Math.Pow(random.NextDouble(), 6) : random.NextDouble();
        return (int)(skew * Math.Max(1, entity));
    }

    private static string Share(Random random, int holders, ref decimal left)
    {
        int draw = random.Next(100);
        if (draw < 4) return "unknown";
        if (draw < 20 && holders < 4) return Bands[random.Next(Bands.Length)];
        decimal share = holders == 1 ? (random.Next(3) == 0 ? 100 : random.Next(1, 10_000) / 100m) : Math.Round(left * (decimal)random.NextDouble(), 2);
        left -= Math.Min(left, share);
        return share.ToString(CultureInfo.InvariantCulture);
    }

    private static string Days(Random random)
    {
        if (random.Next(3) > 0) return ",";
        var from = new DateOnly(2005, 1, 1).AddDays(random.Next(20 * 365));
        string to = random.Next(6) == 0 ? from.AddDays(random.Next(3000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return $"{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{to}";
    }
}
