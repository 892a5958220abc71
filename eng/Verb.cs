namespace CodeRelay.Eng;

/// <summary>A verb of build.cs; it gets the arguments after its name and returns the exit code.</summary>
internal sealed record Verb(string Name, string Arguments, string Summary, Func<string[], int> Run);
