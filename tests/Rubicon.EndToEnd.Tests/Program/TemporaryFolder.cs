using System.Text;

namespace Rubicon.EndToEnd.Tests.Program;

/// <summary>A folder for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("rubicon-").FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(name))!);
        File.WriteAllBytes(In(name), content);
        return In(name);
    }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>A copy of a folder of the repository.</summary>
    public string Copy(string folder, string name)
    {
        string source = System.IO.Path.Combine(Repository.Root, folder);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            Write(System.IO.Path.Combine(name, System.IO.Path.GetRelativePath(source, file)), File.ReadAllBytes(file));
        return In(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
