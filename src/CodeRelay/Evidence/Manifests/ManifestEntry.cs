namespace CodeRelay.Evidence.Manifests;

/// <summary>One fact of a manifest: a package, a framework, a tool, a script.</summary>
/// <param name="Path">The manifest.</param>
/// <param name="Line">1-based.</param>
/// <param name="Name">As it is written there, without a scope.</param>
/// <param name="Value">Its version or setting, "" where there is none.</param>
internal sealed record ManifestEntry(string Path, int Line, string Name, string Value);
