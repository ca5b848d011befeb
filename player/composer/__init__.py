"""The composer process: draws cards ahead of time, outside the render loop. It comes when there is something to draw,
and goes when there has been nothing for a while; a crash in it costs a card its turn, never the stage.
"""
