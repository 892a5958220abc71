using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Git;

namespace CodeRelay.Cli.CommandLine;

/// <summary>The baseline of a run: the given file, or the default one at the root.</summary>
/// <param name="repository">The repository.</param>
/// <param name="named">The argument, relative to the current directory; null for the default.</param>
internal sealed class BaselineFile(Repository repository, string? named)
{
    /// <summary>The path for messages: the argument, or the default name.</summary>
    public string Path => named ?? Baseline.FileName;

    private string Location => named is null ? Baseline.FileName : NamedDocuments.Locate(repository, named);

    /// <returns>Null when no file was given and the default one does not exist.</returns>
    /// <exception cref="UsageException">The given file does not exist.</exception>
    /// <exception cref="ConfigurationException">The file is not a baseline.</exception>
    public Baseline? Load() =>
        Baseline.Load(repository, Location) ?? (named is null ? null : throw new UsageException($"baseline '{named}' does not exist; `--write-baseline` creates it"));

    public void Write(IEnumerable<Finding> findings) =>
        OutputFile.Write(repository.FullPath(Location), Encoding.UTF8.GetBytes(Baseline.Write(findings)));
}
