using MentorBot.Benchmarks.Children;
using MentorBot.Benchmarks.Figures;

return args switch
{
    ["serve", var kind, .. var details] => await ServingChild.Run(kind, details),
    ["press"] => await Measurements.RunPress(),
    _ => await Measurements.Run(),
};
