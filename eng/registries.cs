// Makes registries/ from the npm package oui-data and the file enterprises.tsv of Debian's libwireshark-data:
//   npm pack oui-data && tar xzf oui-data-*.tgz
//   apt-get download libwireshark-data && dpkg-deb -x libwireshark-data_*.deb wireshark
//   dotnet run eng/registries.cs -- package wireshark/usr/share/wireshark/enterprises.tsv
// The dates in the heads come from the files themselves, so that a second run over the same files writes the same bytes.
using System.Globalization;
using System.Text;
using System.Text.Json;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run eng/registries.cs -- <oui-data folder> <enterprises.tsv>");
    return 64;
}
string registries = Path.Combine(RepositoryRoot(), "registries");
Directory.CreateDirectory(registries);
int prefixes = WriteMacPrefixes(args[0], Path.Combine(registries, "mac-prefixes.txt"));
int numbers = WriteEnterpriseNumbers(args[1], Path.Combine(registries, "enterprise-numbers.txt"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{prefixes} prefixes, {numbers} numbers"));
return 0;

static string RepositoryRoot()
{
    for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, "rubicon.slnx"))) return folder.FullName;
    throw new DirectoryNotFoundException("run this inside the repository");
}

static int WriteMacPrefixes(string folder, string target)
{
    using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package.json")));
    string version = package.RootElement.GetProperty("version").GetString()!;
    using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
    var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var entry in index.RootElement.EnumerateObject())
    {
        // The first line is the registrant, the rest its address: the country of an address is not the country of the maker.
        string name = OneLine(entry.Value.GetString()!.Split('\n')[0]);
        string prefix = entry.Name.ToUpperInvariant();
        if (prefix.Length is not (6 or 7 or 9)) throw new InvalidDataException("prefix of unknown length: " + prefix);
        // Blocks that IEEE keeps to cut them into smaller ones name no maker.
        if (name is "IEEE Registration Authority" or "Private" or "") continue;
        lines.Add(prefix, name);
    }
    Write(target, lines, $"# MAC prefixes of 24, 28 and 36 bits (IEEE registration authority), registrant only.\n# From the npm package oui-data {version} (BSD-2-Clause), made by eng/registries.cs.\n");
    return lines.Count;
}

static int WriteEnterpriseNumbers(string file, string target)
{
    var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
    string updated = "an unknown date";
    foreach (string line in File.ReadLines(file))
    {
        const string Mark = "last updated ";
        int mark = line.IndexOf(Mark, StringComparison.Ordinal);
        if (line.StartsWith('#') && mark > 0) updated = line.Substring(mark + Mark.Length, 10);
        if (line.Length == 0 || line.StartsWith('#')) continue;
        int space = line.AsSpan().IndexOfAny('\t', ' ');
        if (space < 0) continue;
        string name = OneLine(line[space..]);
        if (name is "Reserved" or "Unassigned" or "Removed" or "unassigned" or "") continue;
        string number = int.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture).ToString("D6", CultureInfo.InvariantCulture);
        lines.TryAdd(number, name);
    }
    Write(target, lines, $"# Private enterprise numbers (IANA, last updated {updated}), number in six digits and registrant.\n# From enterprises.tsv of Debian's libwireshark-data, made by eng/registries.cs.\n");
    return lines.Count;
}

static string OneLine(string text)
{
    var builder = new StringBuilder(text.Length);
    foreach (char c in text) builder.Append(char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
    return string.Join(' ', builder.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

static void Write(string target, SortedDictionary<string, string> lines, string head)
{
    var builder = new StringBuilder(head);
    foreach (var (key, text) in lines) builder.Append(key).Append('\t').Append(text).Append('\n');
    File.WriteAllText(target, builder.ToString(), new UTF8Encoding(false));
}
