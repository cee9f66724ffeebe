using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Equipment;

namespace Rubicon.Reading.Registries;

/// <summary>Registers of a folder and what is wrong with the folder.</summary>
/// <param name="Registers">The registers; each file is read when first asked.</param>
/// <param name="Problems">RUB2120 for a file that is not there.</param>
public sealed record RegisterReading(Registers Registers, ImmutableArray<Problem> Problems);

/// <summary>The files of the folder <c>registries</c>, made by <c>eng/registries.cs</c> and <c>eng/mibs.cs</c>.</summary>
public static class RegisterFiles
{
    /// <summary>MAC prefixes.</summary>
    public const string MacPrefixes = "mac-prefixes.txt";

    /// <summary>Private enterprise numbers.</summary>
    public const string EnterpriseNumbers = "enterprise-numbers.txt";

    /// <summary>Names of products by object identifier.</summary>
    public const string ProductNames = "product-names.txt";

    /// <summary>
    /// Looks that the files are there and leaves them closed: most runs ask for neither. A file that vanishes afterwards
    /// raises an <see cref="IOException"/> at its first use.
    /// </summary>
    public static RegisterReading Open(string folder)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Func<SortedLines?> Opening(string name)
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path)) return () => new SortedLines(File.ReadAllBytes(path));
            problems.Add(new Problem(ProblemCatalog.RegisterMissing, new SourceLocation(path), "no file"));
            return () => null;
        }
        var registers = new Registers(Opening(MacPrefixes), Opening(EnterpriseNumbers), Opening(ProductNames));
        return new RegisterReading(registers, problems.DrainToImmutable());
    }

    /// <summary>Reads the files whole and reports lines that are not sorted or not of the form (RUB2121).</summary>
    public static ImmutableArray<Problem> Check(string folder)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (string name in (string[])[MacPrefixes, EnterpriseNumbers, ProductNames])
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
                problems.Add(new Problem(ProblemCatalog.RegisterMissing, new SourceLocation(path), "no file"));
            else if (new SortedLines(File.ReadAllBytes(path)).FirstDamagedLine() is > 0 and int line)
                problems.Add(new Problem(ProblemCatalog.RegisterDamaged, new SourceLocation(path, line), "line " + line.ToString(CultureInfo.InvariantCulture)));
        }
        return problems.DrainToImmutable();
    }
}
