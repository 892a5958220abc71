using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Git;

namespace CodeRelay.Cli.CommandLine;

/// <summary>The baseline of a run: the named file, or the usual one at the root.</summary>
/// <param name="repository">Where.</param>
/// <param name="named">As given, relative to the current directory; null when none was.</param>
internal sealed class BaselineFile(Repository repository, string? named)
{
    /// <summary>As people know it: the argument, or the usual name.</summary>
    public string Path => named ?? Baseline.FileName;

    private string Location => named is null ? Baseline.FileName : NamedDocuments.Locate(repository, named);

    /// <returns>Null when none was named and the usual one is not there.</returns>
    /// <exception cref="UsageException">The named file is not there.</exception>
    /// <exception cref="ConfigurationException">It is not a baseline.</exception>
    public Baseline? Load() =>
        Baseline.Load(repository, Location) ?? (named is null ? null : throw new UsageException($"baseline '{named}' does not exist; `--write-baseline` creates it"));

    public void Write(IEnumerable<Finding> findings) =>
        OutputFile.Write(repository.FullPath(Location), Encoding.UTF8.GetBytes(Baseline.Write(findings)));
}
