#!/usr/bin/env dotnet
// The one door to this repository: dotnet run build.cs -- <verb>
// The verbs are in eng/. Native publishing is the default of such programs; its compiler would be downloaded and never used.
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CA1303
#:include eng/*.cs

using CodeRelay.Eng;

var verbs = new Verb[]
{
    new("try", "[path] [--keep]", "shows everything on a temporary clone of a repository; this one by default", Try.Run),
    new("pack", "[--version v]", "puts every package into artifacts/packages", Pack.Run),
    new("install", "", "packs, and makes templates, build package and command available to this user", Install.Run),
    new("uninstall", "", "takes back what install did", Install.Undo),
    new("docs", "[--check]", "writes the generated part of docs, or says what in it is out of date", Tools.Docs),
    new("api", "", "writes the list of the engine's public members that the build holds it to", PublicApi.Write),
    new("bench", "[name …] [--rounds n]", "measures the budgets, side by side with what they are measured against", Tools.Bench),
    new("journeys", "", "prints how far a question leads through the sources, and which folder uses which", Tools.Journeys),
    new("new", "rule|runtime|format|template <name>", "writes the files of a new one and its line in the catalogue", Scaffold.Run),
};

var verb = verbs.FirstOrDefault(verb => verb.Name == args.FirstOrDefault());
if (verb is null)
{
    Console.Error.WriteLine("usage: dotnet run build.cs -- <verb>\n");
    foreach (var known in verbs)
        Console.Error.WriteLine($"  {known.Name + " " + known.Arguments,-42} {known.Summary}");
    return args is [] or ["--help"] or ["-h"] ? 0 : 2;
}

try
{
    return verb.Run(args[1..]);
}
catch (FailedException e)
{
    Console.Error.WriteLine($"{verb.Name}: {e.Message}");
    return 1;
}
