using CodeRelay.Docs;
using CodeRelay.Journeys;
using CodeRelay.Journeys.Graph;

if (args.Length > 0)
{
    Console.Error.WriteLine($"unknown argument '{args[0]}'; there are none");
    return 2;
}

var projects = SourceCompilation.Projects(Checkout.Root);
try
{
    new Mirror(SourceCompilation.Of(Checkout.Root, projects), projects).Write(Console.Out);
    return 0;
}
catch (InvalidDataException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
