using Rubicon.Docs;

// Writes the generated pages of docs/user and schema/words.schema.json.
//
//   dotnet run --project eng/docs -c Release             writes them
//   dotnet run --project eng/docs -c Release -- --check  writes nothing; ends with 1 when one is out of step
//
// The output is committed; a test of tests/Rubicon.Engine.Tests runs the same functions and compares.

string root = Reference.Root(AppContext.BaseDirectory);
bool check = args.Contains("--check");
int behind = 0;
foreach (var (path, text) in Reference.Files(root))
{
    string file = Path.Combine(root, path);
    if (File.Exists(file) && File.ReadAllText(file) == text) continue;
    Console.WriteLine((check ? "out of step: " : "written: ") + path);
    behind++;
    if (check) continue;
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllText(file, text);
}
foreach (string path in Reference.Stale(root))
{
    Console.WriteLine((check ? "of no problem code: " : "removed: ") + path);
    behind++;
    if (!check) File.Delete(Path.Combine(root, path));
}
return check && behind > 0 ? 1 : 0;
